package dev.sojourn.event.value;

/** A dated group of institutions, for example {@code magnificent-seven}. */
public record GroupId(String value) implements Id {

    /** Checked by {@link Id#check}. */
    public GroupId {
        Id.check("group", value);
    }

    @Override
    public String kind() {
        return "group";
    }

    @Override
    public String toString() {
        return value;
    }
}
