package dev.sojourn.exchange.answer.why;

import dev.sojourn.analysis.cell.Place;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.study.QuestionText;
import dev.sojourn.study.SavedQuestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The cells of a question in words that go on after "one person is counted": "at a US institution". */
final class CellWords {
    private static final Map<String, String> STATES = Map.of(
            "unknown",
            "where that is not known",
            "unobserved",
            "without a known stay",
            "inactive",
            "out of research",
            "observed",
            "with a known stay",
            "stayed",
            "as having made no move",
            Place.OUTSIDE,
            "outside those asked about");

    private static final Map<String, String> SECTORS = Map.of(
            "UNIVERSITY", "at a university",
            "COMPANY", "at a company",
            "GOVERNMENT", "at a government institution",
            "NONPROFIT", "at a nonprofit");

    private static final Map<String, String> ENDS =
            Map.of("exits", "gone", "censored", "last seen there", "LEFT_RESEARCH", "having left research");

    /** First letters of codes that are spoken with a vowel first: an SG institution, but a US one. */
    private static final String AN = "AEFHILMNORSX";

    private final Filter held;
    private final List<Attribute> by;

    /** Of a question's cells. */
    CellWords(SavedQuestion question) {
        var parameters = question.parameters();
        held = parameters.containsKey("held")
                ? Filter.parse(parameters.get("held").get(0))
                : null;
        by = parameters.containsKey("by") ? QuestionText.by(String.join(",", parameters.get("by"))) : List.of();
    }

    /** One cell. */
    String of(String cell) {
        int colon = cell.indexOf(':');
        String value = cell.substring(colon + 1);
        return switch (colon < 0 ? cell : cell.substring(0, colon)) {
            case "retained" -> "still " + kept();
            case "destination" -> place(held.attribute(), value);
            case "cell", "path" -> steps(value);
            case "firstMove" -> "with a first move from " + value.replace(">", " to ");
            case "year" -> {
                var parts = value.split(":", -1);
                yield "as " + ENDS.getOrDefault(parts[1], parts[1].toLowerCase(Locale.ROOT)) + " in year " + parts[0];
            }
            default -> STATES.getOrDefault(cell, "in " + cell);
        };
    }

    private String kept() {
        String places = held.values().stream()
                .map(value -> place(held.attribute(), value))
                .collect(Collectors.joining(" or "));
        return held.negated() ? "not " + places : places;
    }

    private String steps(String values) {
        return Arrays.stream(values.split(">", -1)).map(this::values).collect(Collectors.joining(", then "));
    }

    private String values(String texts) {
        var values = texts.split(",", -1);
        if (values.length != by.size()) {
            return STATES.getOrDefault(texts, texts);
        }
        var places = new ArrayList<String>();
        for (int at = 0; at < values.length; at++) {
            places.add(place(by.get(at), values[at]));
        }
        return String.join(" and ", places);
    }

    private static String place(Attribute attribute, String value) {
        if (STATES.containsKey(value)) {
            return STATES.get(value);
        }
        return switch (attribute) {
            case COUNTRY -> "at " + (AN.indexOf(value.charAt(0)) < 0 ? "a " : "an ") + value + " institution";
            case SITE -> "working in " + value;
            case REGION -> "at an institution in " + value;
            case SECTOR -> SECTORS.getOrDefault(value, "at an institution of another sector");
            case ROLE -> "as " + value.toLowerCase(Locale.ROOT).replace('_', ' ');
            case INSTITUTION -> "at " + value;
            case PARENT, GROUP -> "at an institution of " + value;
            case ORIGIN, ORIGIN_REGION -> "of origin " + value;
            case FOUNDER, LEADERSHIP -> (value.equals("true") ? "with" : "without") + " the flag " + attribute.text();
        };
    }
}
