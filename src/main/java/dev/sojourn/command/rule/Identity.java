package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.NOTHING_CHANGES;
import static dev.sojourn.command.RuleViolation.Rule.NOT_MERGED;
import static dev.sojourn.command.RuleViolation.Rule.RESEARCHER_ERASED;
import static dev.sojourn.command.RuleViolation.Rule.RESEARCHER_EXISTS;
import static dev.sojourn.command.RuleViolation.Rule.RESEARCHER_MERGED;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_IDENTIFIER;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_RESEARCHER;

import dev.sojourn.command.IdentityCommand;
import dev.sojourn.command.IdentityCommand.ChangeNames;
import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.IdentityCommand.RecordDistinctFrom;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.IdentityCommand.UnlinkIdentifier;
import dev.sojourn.command.IdentityCommand.UnmergeResearchers;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.lookup.Surroundings;
import dev.sojourn.event.IdentityEvent;
import dev.sojourn.event.IdentityEvent.DistinctFromRecorded;
import dev.sojourn.event.IdentityEvent.IdentifierLinked;
import dev.sojourn.event.IdentityEvent.IdentifierUnlinked;
import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import java.lang.invoke.MethodHandles;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules about who one researcher is. That no identifier is another's is for {@link Surroundings} to see. */
public final class Identity {

    private static final Overloads<IdentityCommand, List<ResearcherEvent>> RULES =
            new Overloads<>(MethodHandles.lookup(), "handle", IdentityCommand.class);
    private static final Overloads<IdentityEvent, Void> FOLDS =
            new Overloads<>(MethodHandles.lookup(), "on", IdentityEvent.class);

    private boolean registered;
    private boolean erased;
    private ResearcherId mergedInto;
    private Names names;
    private final Set<Identifier> identifiers = new HashSet<>(2);

    List<ResearcherEvent> decide(IdentityCommand command) {
        return RULES.call(this, command);
    }

    void fold(IdentityEvent event) {
        FOLDS.call(this, event);
    }

    /**
     * What every command but registering needs.
     *
     * @throws RuleViolation if the researcher is unknown, erased, or merged into another
     */
    void requireActive(ResearcherId researcher) {
        if (!registered) {
            throw new RuleViolation(
                    UNKNOWN_RESEARCHER, "no researcher " + researcher + " is in the ledger; register the person first");
        }
        requireNotErased(researcher);
        if (mergedInto != null) {
            throw new RuleViolation(
                    RESEARCHER_MERGED, "researcher " + researcher + " counts as " + mergedInto + "; record it there");
        }
    }

    /** What undoing needs, too. */
    void requireNotErased(ResearcherId researcher) {
        if (erased) {
            throw new RuleViolation(
                    RESEARCHER_ERASED, "researcher " + researcher + " was erased on request; nothing more is recorded");
        }
    }

    List<ResearcherEvent> handle(RegisterResearcher command) {
        if (registered) {
            throw new RuleViolation(
                    RESEARCHER_EXISTS,
                    "researcher " + command.researcher() + " is in the ledger already; take a new id");
        }
        return List.of(new ResearcherRegistered(
                command.researcher(), said(command.names(), command.identifiers(), command.personal())));
    }

    /** Not that it counts as nobody else: being merged does not take away the names that were recorded under its id. */
    void requireErasable(ResearcherId researcher) {
        if (mergedInto == null || erased) {
            requireActive(researcher);
        }
    }

    List<ResearcherEvent> handle(ErasePerson command) {
        Reason.require(command.personal(), "an erasure");
        return List.of(new PersonErased(command.researcher(), command.personal()));
    }

    List<ResearcherEvent> handle(ChangeNames command) {
        if (command.names().equals(names)) {
            throw new RuleViolation(NOTHING_CHANGES, "the researcher has exactly these names already");
        }
        return List.of(new NamesChanged(command.researcher(), said(command.names(), List.of(), command.personal())));
    }

    List<ResearcherEvent> handle(LinkIdentifier command) {
        if (identifiers.contains(command.identifier())) {
            throw new RuleViolation(
                    NOTHING_CHANGES,
                    "the researcher has this " + command.identifier().scheme() + " identifier already");
        }
        return List.of(new IdentifierLinked(
                command.researcher(), said(null, List.of(command.identifier()), command.personal())));
    }

    List<ResearcherEvent> handle(UnlinkIdentifier command) {
        if (!identifiers.contains(command.identifier())) {
            throw new RuleViolation(
                    UNKNOWN_IDENTIFIER,
                    "the researcher has no such " + command.identifier().scheme()
                            + " identifier; write it as it is shown of the person");
        }
        return List.of(new IdentifierUnlinked(
                command.researcher(), said(null, List.of(command.identifier()), command.personal())));
    }

    List<ResearcherEvent> handle(MergeResearchers command) {
        Reason.require(command.personal(), "a merge");
        return List.of(new ResearcherMerged(command.researcher(), command.into(), command.personal()));
    }

    List<ResearcherEvent> handle(UnmergeResearchers command) {
        Reason.require(command.personal(), "taking a merge back");
        requireNotErased(command.researcher());
        if (mergedInto == null) {
            throw new RuleViolation(
                    NOT_MERGED,
                    "researcher " + command.researcher() + " counts as nobody else, so there is no merge to take back");
        }
        return List.of(new ResearcherUnmerged(command.researcher(), command.personal()));
    }

    List<ResearcherEvent> handle(RecordDistinctFrom command) {
        return List.of(new DistinctFromRecorded(command.researcher(), command.other(), command.personal()));
    }

    void on(ResearcherRegistered event) {
        registered = true;
        names = event.personal().names();
        identifiers.addAll(event.personal().identifiers());
    }

    void on(NamesChanged event) {
        names = event.personal().names();
    }

    void on(IdentifierLinked event) {
        identifiers.addAll(event.personal().identifiers());
    }

    void on(IdentifierUnlinked event) {
        event.personal().identifiers().forEach(identifiers::remove);
    }

    void on(ResearcherMerged event) {
        mergedInto = event.into();
    }

    void on(ResearcherUnmerged event) {
        mergedInto = null;
    }

    /** Matters to whoever would merge the two, see {@link Surroundings}. */
    void on(DistinctFromRecorded event) {}

    void on(PersonErased event) {
        erased = true;
        names = null;
        identifiers.clear();
    }

    private static Personal.Identity said(Names names, List<Identifier> identifiers, Remarks remarks) {
        return new Personal.Identity(names, identifiers, remarks.reason(), remarks.evidence(), remarks.notes());
    }
}
