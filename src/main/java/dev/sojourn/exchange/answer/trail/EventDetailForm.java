package dev.sojourn.exchange.answer.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.audit.history.Particulars;
import dev.sojourn.exchange.answer.EventForm;
import dev.sojourn.study.FigureEffect;
import java.util.List;

/**
 * One event with everything known of it.
 *
 * @param hash SHA-256 over the stored event and the hash before, as events/README.md describes
 * @param hashBefore the hash of the event before; empty for the first
 * @param importRow fingerprint of the imported row it came from, or null
 * @param command all events that its command recorded
 * @param event as a CloudEvent, in the current revision
 * @param stored as it stands in the store; absent for those who may not see it
 * @param figures what it changed in the saved figures; absent unless asked for
 */
public record EventDetailForm(
        long position,
        LineForm line,
        String hash,
        String hashBefore,
        String importRow,
        CommandForm command,
        EventForm event,
        @JsonInclude(JsonInclude.Include.NON_NULL) StoredForm stored,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<FigureForm> figures) {
    /**
     * A command.
     *
     * @param positions of its events; of a large import those near this one
     */
    public record CommandForm(String id, List<Long> positions) {}

    /**
     * What the store holds, text for text.
     *
     * @param payload JSON; personal data as it is encrypted
     * @param metadata JSON: who, command, import
     */
    public record StoredForm(String eventId, String type, String revision, String payload, String metadata) {}

    /**
     * A value of a figure that the event changed.
     *
     * @param before null if there was no answer
     */
    public record FigureForm(String figure, String title, String value, String before, String after) {}

    /** The form of an event, without what has to be asked for. */
    public static EventDetailForm of(Particulars event) {
        var header = event.line().recorded().header();
        return new EventDetailForm(
                header.position(),
                LineForm.of(event.line()),
                event.stored().hash(),
                event.hashBefore(),
                header.importRow(),
                new CommandForm(header.commandId(), event.sameCommand()),
                EventForm.of(event.line().recorded()),
                null,
                null);
    }

    /** With what the store holds. */
    public EventDetailForm stored(Particulars of) {
        var row = of.stored().event();
        return new EventDetailForm(
                position,
                line,
                hash,
                hashBefore,
                importRow,
                command,
                event,
                new StoredForm(row.eventId(), row.type(), row.revision(), row.payload(), row.metadata()),
                figures);
    }

    /** With what it changed. */
    public EventDetailForm figures(List<FigureEffect> effects) {
        return new EventDetailForm(
                position,
                line,
                hash,
                hashBefore,
                importRow,
                command,
                event,
                stored,
                effects.stream()
                        .map(effect -> new FigureForm(
                                effect.figure().id(),
                                effect.figure().title(),
                                effect.value(),
                                effect.before(),
                                effect.after()))
                        .toList());
    }
}
