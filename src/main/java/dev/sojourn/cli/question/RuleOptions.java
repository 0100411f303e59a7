package dev.sojourn.cli.question;

import dev.sojourn.cli.InputError;
import dev.sojourn.study.config.BadConfig;
import dev.sojourn.study.rule.RuleBook;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Under which rules to answer. */
final class RuleOptions {
    @Option(
            names = "--rules",
            paramLabel = "NAME",
            description = "A rule set of config/rules.yaml; the options below override what it says.")
    private String rules;

    @Option(names = "--place", paramLabel = "RULE", description = "What a country is: country (headquarters) or site.")
    private String place;

    @Option(names = "--phd", paramLabel = "RULE", description = "PhD students on the first day: in or out.")
    private String phd;

    @Option(
            names = "--max-age",
            paramLabel = "PERIOD",
            description = "How old an observation may be, as in P24M, or none.")
    private String maxAge;

    @Option(names = "--carried", paramLabel = "RULE", description = "States older than that: count or unobserved.")
    private String carried;

    @Option(
            names = "--reviewed",
            paramLabel = "RULE",
            description = "Changes that await approval: count like all, or only reviewed ones do.")
    private String reviewed;

    @Option(names = "--regions", paramLabel = "VERSION", description = "A region map of config/regions.yaml.")
    private String regions;

    /** What was said, by the names of the HTTP interface. */
    Map<String, String> given() {
        var given = new TreeMap<String, String>();
        put(given, "rules", rules);
        put(given, "place", place);
        put(given, "phd", phd);
        put(given, "maxAge", maxAge);
        put(given, "carried", carried);
        put(given, "reviewed", reviewed);
        put(given, "regions", regions);
        return given;
    }

    /** For headlines: under which rules, if any were said. */
    String told() {
        var given = given();
        return given.isEmpty()
                ? ""
                : given.entrySet().stream()
                        .map(rule -> rule.getKey() + "=" + rule.getValue())
                        .collect(Collectors.joining(" ", " under ", ""));
    }

    /**
     * What rule sets and region maps there are.
     *
     * @throws InputError if their files cannot be used
     */
    static RuleBook book() {
        try {
            return RuleBook.load();
        } catch (BadConfig wrong) {
            throw new InputError(wrong.getMessage());
        }
    }

    private static void put(Map<String, String> given, String name, String value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
