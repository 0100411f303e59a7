package dev.sojourn.audit;

/** Which program keeps the ledger. */
public final class ProgramVersion {

    /** As in the build file, without what marks it as unfinished. */
    public static final String TEXT = "0.1.0";

    private ProgramVersion() {}
}
