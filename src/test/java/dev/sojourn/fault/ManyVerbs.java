package dev.sojourn.fault;

import dev.sojourn.cli.Sojourn;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** The command line, once for each line that it is told: verb and arguments, with tabs between them. Then {@link #DONE}. */
public final class ManyVerbs {
    /** What it says after each, with the exit code behind it. */
    public static final String DONE = "done: ";

    private ManyVerbs() {}

    /** Ends with its input. */
    public static void main(String[] none) throws IOException {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int code = Sojourn.run(
                    line.split("\t", -1), (ledger, accounts, settings) -> null, Clock.systemUTC(), Map.of(), out, out);
            out.println(DONE + code);
        }
    }
}
