package dev.sojourn.event.value;

/** A named, frozen vantage, for example {@code tracker-1.0}. */
public record ReleaseName(String value) implements Id {

    /** Checked by {@link Id#check}. */
    public ReleaseName {
        Id.check("release", value);
    }

    @Override
    public String kind() {
        return "release";
    }

    @Override
    public String toString() {
        return value;
    }
}
