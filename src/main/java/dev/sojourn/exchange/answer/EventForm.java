package dev.sojourn.exchange.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as a CloudEvent (1.0, JSON format): one line of a history, of the log and of its feed.
 *
 * @param id the position, as text
 * @param type the event's stable name
 * @param subject whom or what it is about
 * @param time when it was recorded
 * @param dataschema schema of the data, of the revision it is shown in
 * @param erased true if personal data was recorded with it and has been erased; absent otherwise
 * @param data what was recorded
 * @param position its place in the ledger
 * @param sequence its number within its subject, from 0
 * @param actor who recorded it; absent for those who may not know
 * @param commandid the command that caused it; absent likewise
 * @param importbatch the import it came with, if any
 * @param undoes the position of the event that it undoes, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventForm(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        String time,
        String datacontenttype,
        String dataschema,
        long position,
        long sequence,
        String actor,
        String commandid,
        String importbatch,
        Long undoes,
        Boolean erased,
        JsonNode data) {
    private static final JsonMapper STORED = EventJson.mapper();

    /** An event as it stands in the ledger. */
    public static EventForm of(Recorded recorded) {
        var header = recorded.header();
        var event = recorded.event();
        String type = event.getClass().getSimpleName();
        return new EventForm(
                "1.0",
                Long.toString(header.position()),
                "/api/v1/events",
                type,
                event.subject().value(),
                KnownForm.time(header.recorded()),
                "application/json",
                "events/" + type + "/" + EventCatalogue.revision(event.getClass()) + ".schema.json",
                header.position(),
                header.sequence(),
                header.actor(),
                header.commandId(),
                header.importBatch(),
                header.undoes(),
                recorded.erased() ? true : null,
                STORED.valueToTree(event));
    }

    /** Without who recorded it and without personal data, for those who read the whole ledger but are no auditors. */
    public EventForm impersonal() {
        var counted = data.deepCopy().asObject();
        counted.remove("personal");
        return new EventForm(
                specversion,
                id,
                source,
                type,
                subject,
                time,
                datacontenttype,
                dataschema,
                position,
                sequence,
                null,
                null,
                importbatch,
                undoes,
                erased,
                counted);
    }
}
