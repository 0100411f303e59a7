package dev.sojourn.event.value;

/** A researcher, by the ledger's own random key: never a name or an ORCID iD, which may be corrected, shared or erased. */
public record ResearcherId(String value) implements Id {

    /** Checked by {@link Id#check}. */
    public ResearcherId {
        Id.check("researcher", value);
    }

    @Override
    public String kind() {
        return "researcher";
    }

    @Override
    public String toString() {
        return value;
    }
}
