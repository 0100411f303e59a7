package dev.sojourn.fault;

import dev.sojourn.SojournApplication;

/** The program as users start it, which says when it begins: by then Java itself is under way. */
final class VerbProgram {

    private VerbProgram() {}

    /** A verb and its arguments. */
    public static void main(String[] args) {
        System.out.println("begin");
        SojournApplication.main(args);
    }
}
