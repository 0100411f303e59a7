package dev.sojourn.exchange.answer.trail;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sojourn.audit.history.History;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.exchange.answer.KnownForm;
import java.util.List;

/**
 * One event of a history.
 *
 * @param type the stable name
 * @param what a sentence without the subject
 * @param reason why it was recorded, or null
 * @param importBatch the import it came with, or null
 * @param undoes the position of the event that it undoes, or null
 * @param undoneBy the position of the event that undid it and still counts, or null
 * @param erased whether it is about a person whose personal data was erased
 */
public record LineForm(
        long position,
        String recorded,
        String type,
        SubjectForm subject,
        String what,
        String actor,
        String reason,
        List<Evidence> evidence,
        @JsonProperty("import") String importBatch,
        Long undoes,
        Long undoneBy,
        boolean erased) {
    /**
     * What an event is about.
     *
     * @param kind researcher, institution, cohort or release
     * @param name null without one, or where it was erased
     */
    public record SubjectForm(String kind, String id, String name) {}

    /** The form of one line. */
    public static LineForm of(History.Line line) {
        var header = line.recorded().header();
        var event = line.recorded().event();
        return new LineForm(
                header.position(),
                KnownForm.time(header.recorded()),
                event.getClass().getSimpleName(),
                new SubjectForm(event.subject().kind(), event.subject().value(), line.name()),
                line.what(),
                header.actor(),
                event.personal().reason(),
                event.personal().evidence(),
                header.importBatch(),
                line.undoes(),
                line.undoneBy(),
                line.erased());
    }
}
