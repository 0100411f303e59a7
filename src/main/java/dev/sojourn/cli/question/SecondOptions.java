package dev.sojourn.cli.question;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What a second question has otherwise than the first; the rest is the same. */
final class SecondOptions {
    @Option(names = "--known-at2", paramLabel = "WHEN", description = "Another moment of knowledge of the second.")
    private String knownAt;

    @Option(names = "--from2", paramLabel = "DAY", description = "Another first day of the second.")
    private String from;

    @Option(names = "--to2", paramLabel = "DAY", description = "Another last day of the second.")
    private String to;

    @Option(names = "--as-of2", paramLabel = "DAY", description = "Another day of the second.")
    private String asOf;

    @Option(
            names = "--rules2",
            paramLabel = "NAME",
            description = "Another rule set, instead of all rules of the second.")
    private String rules;

    /** What was given, by the names of the HTTP interface without the 2. */
    Map<String, List<String>> parameters() {
        Map<String, List<String>> parameters = new TreeMap<>();
        AskedOptions.put(parameters, "knownAt", knownAt);
        AskedOptions.put(parameters, "from", from);
        AskedOptions.put(parameters, "to", to);
        AskedOptions.put(parameters, "asOf", asOf);
        AskedOptions.put(parameters, "rules", rules);
        return parameters;
    }
}
