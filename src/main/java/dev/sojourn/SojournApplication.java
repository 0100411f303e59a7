package dev.sojourn;

/** Starts Sojourn. */
public final class SojournApplication {

    private SojournApplication() {}

    /** Runs one verb of the command line. */
    public static void main(String[] args) {
        System.out.println("sojourn");
    }
}
