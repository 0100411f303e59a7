package dev.sojourn.api.problem;

/** Nothing of this name is in the ledger, as known at the position asked for. */
public final class NotInLedger extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotInLedger(String detail) {
        super(detail);
    }

    /** For example a "cohort" and its id. */
    public NotInLedger(String kind, String id) {
        super("there is no " + kind + " \"" + id + "\" in the ledger, as known then");
    }
}
