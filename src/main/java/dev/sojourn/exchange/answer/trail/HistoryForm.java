package dev.sojourn.exchange.answer.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.audit.history.History;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.Tabular;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A part of a history. As a table: a row for each event.
 *
 * @param of whose: kind:id, or "ledger"
 * @param next where the next part begins, to be given as {@code after}; absent at the end
 */
public record HistoryForm(
        String of,
        KnownForm knownAt,
        List<LineForm> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next) implements Tabular {
    /** The form of a part. */
    public static HistoryForm of(String whose, History history, String next) {
        return new HistoryForm(
                whose,
                KnownForm.of(history.view()),
                history.lines().stream().map(LineForm::of).toList(),
                next);
    }

    @Override
    public List<String> columns() {
        return List.of(
                "position",
                "recorded",
                "actor",
                "subject",
                "name",
                "event",
                "what",
                "reason",
                "evidence",
                "import",
                "undoes",
                "undoneBy");
    }

    @Override
    public int size() {
        return items.size();
    }

    @Override
    public List<List<Object>> rows() {
        return items.stream()
                .map(line -> Arrays.<Object>asList(
                        line.position(),
                        line.recorded(),
                        line.actor(),
                        line.subject().kind() + ":" + line.subject().id(),
                        line.erased() ? "erased" : line.subject().name(),
                        line.type(),
                        line.what(),
                        line.reason(),
                        line.evidence().stream().map(HistoryForm::source).collect(Collectors.joining("; ")),
                        line.importBatch(),
                        line.undoes(),
                        line.undoneBy()))
                .toList();
    }

    /** What kind it is, what it is called, where it is, and the day at which it showed the claim true. */
    private static String source(Evidence evidence) {
        return Stream.of(
                                evidence.kind().name().toLowerCase(Locale.ROOT),
                                evidence.title(),
                                evidence.url(),
                                evidence.archivedUrl())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))
                + " (" + evidence.observedOn() + ")";
    }
}
