package dev.sojourn.exchange.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The CSV files a package can have, with the columns each needs and those it may have. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable, only their type does not say so
public enum Layout {
    INSTITUTIONS(List.of("institution_id", "name", "country", "sector"), List.of("ror", "parent_id")),
    PEOPLE(List.of("person_id", "name"), List.of("name_native", "orcid", "external_ids")),
    EDUCATION(List.of("person_id", "level", "end"), List.of("institution_id", "country", "start")),
    AFFILIATIONS(
            List.of("person_id", "institution_id", "role", "start", "end"),
            List.of("kind", "source", "observed_on", "recorded_at")),
    ASSERTIONS(
            List.of("seq", "op", "spell_id", "person_id", "institution_id", "role", "start", "end", "recorded_at"),
            List.of("source", "note", "kind", "observed_on")),
    COHORTS(List.of("cohort_id", "person_id"), List.of("title", "frame", "reference_year", "drawn", "source"));

    private final List<String> required;
    private final List<String> optional;

    Layout(List<String> required, List<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** Name of the file. */
    public String file() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }

    /** The layout of a file, by its name. */
    public static Optional<Layout> of(String file) {
        return Arrays.stream(values())
                .filter(layout -> layout.file().equals(file))
                .findFirst();
    }

    /** Columns without which the file means nothing. */
    public List<String> required() {
        return required;
    }

    /** Whether the format gives the column a meaning; what is in any other is kept as a note. */
    boolean knows(String column) {
        return required.contains(column) || optional.contains(column);
    }
}
