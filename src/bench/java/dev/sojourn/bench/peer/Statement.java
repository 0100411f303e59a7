package dev.sojourn.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * SQL of a file, with parameters by name.
 *
 * @param sql with a question mark for each parameter
 * @param names of the parameters, in the order of the question marks
 */
record Statement(String sql, List<String> names) {

    private static final Pattern NAME = Pattern.compile("(?<!:):([a-z]+)");

    /** The file of a question, in the folder of a dialect or, where that has none, of all. */
    static Statement of(String dialect, Question question) {
        if (question == Question.YEARLY) {
            return parse(Yearly.sql());
        }
        return parse(text(dialect, file(question)));
    }

    private static String file(Question question) {
        return switch (question) {
            case RETENTION_NOW, RETENTION_THEN -> "retention";
            case FLOWS_NOW, FLOWS_ANY -> "flows";
            case CHANGES_MONTH, CHANGES_YEAR -> "changes";
            default -> question.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    static Statement parse(String text) {
        var names = new ArrayList<String>();
        var matcher = NAME.matcher(text.replaceAll("--[^\n]*", ""));
        String sql = matcher.replaceAll(found -> {
            names.add(found.group(1));
            return "?";
        });
        return new Statement(sql, List.copyOf(names));
    }

    /** A file's text. */
    static String text(String dialect, String file) {
        try (InputStream own = open(dialect + "/" + file);
                InputStream shared = open("all/" + file)) {
            return new String((own == null ? shared : own).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String file) {
        return Statement.class.getResourceAsStream("/sql/" + file + ".sql");
    }
}
