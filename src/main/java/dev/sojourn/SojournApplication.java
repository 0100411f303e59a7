package dev.sojourn;

import dev.sojourn.cli.Sojourn;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/** Starts Sojourn. */
public final class SojournApplication {
    private SojournApplication() {}

    /** Runs one verb of the command line. */
    public static void main(String[] args) {
        quiet();
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(Sojourn.run(args, new WebServer(), Clock.systemUTC(), System.getenv(), out, err));
    }

    /** Axon posts usage data to its vendor unless told otherwise before any class of it is loaded. */
    static void quiet() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }
}
