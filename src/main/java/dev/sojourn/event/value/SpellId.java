package dev.sojourn.event.value;

/** An unbroken stay of one researcher at one institution in one role. Corrections keep the id; it never passes to another person. */
public record SpellId(String value) implements Id {

    /** Checked by {@link Id#check}. */
    public SpellId {
        Id.check("spell", value);
    }

    @Override
    public String kind() {
        return "spell";
    }

    @Override
    public String toString() {
        return value;
    }
}
