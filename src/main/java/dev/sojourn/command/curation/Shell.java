package dev.sojourn.command.curation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.sojourn.command.Command;
import dev.sojourn.command.Request;
import dev.sojourn.command.rule.State;
import dev.sojourn.event.CohortEvent;
import dev.sojourn.event.Event;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ReleaseEvent;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.value.Id;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * An aggregate as Axon sees it: its identifier, and a {@link State} that knows the rules. A request is dispatched under
 * the kind of its subject, so each kind has one handler for all its commands.
 */
abstract class Shell {

    /** The shells by kind of subject. */
    static final Map<String, Class<? extends Shell>> KINDS = Map.of(
            "researcher", OfResearcher.class,
            "institution", OfInstitution.class,
            "cohort", OfCohort.class,
            "release", OfRelease.class);

    private String key;

    private State<Command, Event> state;

    /** What Axon knows the subject by. */
    @AggregateIdentifier
    String key() {
        return key;
    }

    /** Answers a request through the desk. */
    Desk.Outcome answer(Request request, Desk desk) {
        String hash = desk.hash(request);
        return desk.decide(
                request,
                hash,
                state(request.command().subject()),
                event -> apply(event, metadata(request, hash, desk.undone(event))));
    }

    /** Folds an event, a new one or one from the store. */
    void fold(Event event) {
        key = event.subject().key();
        state(event.subject()).on(event);
    }

    private State<Command, Event> state(Id subject) {
        if (state == null) {
            state = State.of(subject);
        }
        return state;
    }

    private static MetaData metadata(Request request, String hash, Recorded undone) {
        var metadata = new HashMap<String, Object>();
        metadata.put("actor", request.actor());
        metadata.put("commandId", request.commandId());
        metadata.put("request", hash);
        if (request.importBatch() != null) {
            metadata.put("import", request.importBatch());
        }
        if (undone != null) {
            metadata.put("undoes", undone.position());
        }
        return MetaData.from(metadata);
    }

    /** A researcher. */
    static final class OfResearcher extends Shell {

        OfResearcher() {}

        @CommandHandler(commandName = "researcher")
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        Desk.Outcome handle(Request request, Desk desk) {
            return answer(request, desk);
        }

        @EventSourcingHandler
        void on(ResearcherEvent event) {
            fold(event);
        }
    }

    /** An institution. */
    static final class OfInstitution extends Shell {

        OfInstitution() {}

        @CommandHandler(commandName = "institution")
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        Desk.Outcome handle(Request request, Desk desk) {
            return answer(request, desk);
        }

        @EventSourcingHandler
        void on(InstitutionEvent event) {
            fold(event);
        }
    }

    /** A cohort. */
    static final class OfCohort extends Shell {

        OfCohort() {}

        @CommandHandler(commandName = "cohort")
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        Desk.Outcome handle(Request request, Desk desk) {
            return answer(request, desk);
        }

        @EventSourcingHandler
        void on(CohortEvent event) {
            fold(event);
        }
    }

    /** A release. */
    static final class OfRelease extends Shell {

        OfRelease() {}

        @CommandHandler(commandName = "release")
        @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
        Desk.Outcome handle(Request request, Desk desk) {
            return answer(request, desk);
        }

        @EventSourcingHandler
        void on(ReleaseEvent event) {
            fold(event);
        }
    }
}
