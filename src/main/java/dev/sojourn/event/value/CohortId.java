package dev.sojourn.event.value;

/** A named list of researchers, for example {@code neurips-2019}. */
public record CohortId(String value) implements Id {

    /** Checked by {@link Id#check}. */
    public CohortId {
        Id.check("cohort", value);
    }

    @Override
    public String kind() {
        return "cohort";
    }

    @Override
    public String toString() {
        return value;
    }
}
