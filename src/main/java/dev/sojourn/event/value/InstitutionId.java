package dev.sojourn.event.value;

/** An institution, for example {@code https://ror.org/01xtthb56}; ids of an imported package are kept verbatim. */
public record InstitutionId(String value) implements Id {

    /** Checked by {@link Id#check}. */
    public InstitutionId {
        Id.check("institution", value);
    }

    @Override
    public String kind() {
        return "institution";
    }

    @Override
    public String toString() {
        return value;
    }
}
