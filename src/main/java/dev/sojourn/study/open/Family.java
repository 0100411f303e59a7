package dev.sojourn.study.open;

import dev.sojourn.study.SavedQuestion.Analysis;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers of an answer that are parts of the same whole and do not overlap.
 *
 * @param name for those left over
 * @param whole the number that they are parts of; null for wholes
 * @param members their names; those that end in a colon stand for all with a value after it
 * @param complete whether they make up the whole, so that what is left over counts the others
 */
record Family(String name, String whole, List<String> members, boolean complete) {

    private static Family whole(String name) {
        return new Family(name, null, List.of(name), false);
    }

    private static Family parts(String name, String whole, String... members) {
        return new Family(name, whole, List.of(members), true);
    }

    private static Family some(String whole, String member) {
        return new Family(member, whole, List.of(member), false);
    }

    /** The numbers that are shown of an analysis, if they may be, the first ones before all others. */
    static List<Family> of(Analysis analysis) {
        return switch (analysis) {
            case COMPOSITION ->
                List.of(
                        whole("known"),
                        parts("cell", "known", "cell:"),
                        whole("total"),
                        parts("state", "total", "known", "unknown", "unobserved", "inactive"),
                        some("total", "carried"));
            case RETENTION ->
                List.of(
                        whole("base"),
                        parts("end", "base", "retained", "destination:", "unknown", "unobserved", "inactive"),
                        some("base", "sameInstitution"),
                        some("base", "carried"));
            case FLOWS ->
                List.of(
                        whole("total"),
                        parts("stockFrom", "total", "stockFrom:"),
                        parts("stockTo", "total", "stockTo:"),
                        parts("cell", "total", "cell:"),
                        some("total", "carried"));
            case STATE -> List.of(whole("total"), parts("state", "total", "observed", "unobserved", "inactive"));
            case SURVIVAL ->
                List.of(
                        whole("base"),
                        parts("end", "base", "exits", "ended", "censored"),
                        parts("exits", "exits", "exits:"),
                        parts("ended", "ended", "ended:"),
                        parts("censored", "censored", "censored:"));
            case PATHS -> List.of(whole("total"), parts("node", "total", "node:"), parts("link", "total", "link:"));
            case MOVES ->
                List.of(
                        whole("total"),
                        whole("base"),
                        parts("moved", "base", "moved", "stayed"),
                        parts("firstMove", "moved", "firstMove:"),
                        some("base", "circulated"),
                        some("base", "abroad"),
                        some("abroad", "returned"));
        };
    }

    /** Whether a number is one of them. */
    boolean has(String number) {
        return members.stream()
                .anyMatch(member -> member.endsWith(":") ? number.startsWith(member) : number.equals(member));
    }

    /** When they are tried, as {@link Candidate} says. */
    int tier() {
        return whole == null || complete ? 0 : 1;
    }

    /** What a number is a part of, apart from parts of another day: {@code node:2022-12-31} of {@code node:2022-12-31:US}. */
    String of(String number) {
        return whole != null && (name.equals("node") || name.equals("link"))
                ? number.substring(0, number.indexOf(':', name.length() + 1))
                : name;
    }

    /** The families that a number is in. */
    static List<Family> of(Analysis analysis, String number) {
        var all = new ArrayList<>(of(analysis));
        all.removeIf(family -> !family.has(number));
        return all;
    }
}
