package dev.sojourn.event.value;

/** One degree of one researcher. */
public record EducationId(String value) implements Id {

    /** Checked by {@link Id#check}. */
    public EducationId {
        Id.check("education", value);
    }

    @Override
    public String kind() {
        return "education";
    }

    @Override
    public String toString() {
        return value;
    }
}
