package dev.sojourn.audit.telling;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.CohortEventUndone;
import dev.sojourn.event.CohortEvent.CohortFrozen;
import dev.sojourn.event.CohortEvent.MemberRemoved;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionClosed;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRenamed;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.LeftGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.ReleaseEvent.ReleaseEventUndone;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.ReleaseEvent.ReleaseWithdrawn;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.value.Profile;
import java.lang.invoke.MethodHandles;

/** What was recorded: here of institutions, cohorts and releases, of people in {@link PersonSentences}. */
@SuppressWarnings("UnusedVariable") // the header is there for every handler
final class ThingSentences {
    private static final Overloads<Event, String> SENTENCES =
            new Overloads<>(MethodHandles.lookup(), "tell", Event.class, Header.class);

    private final Teller teller;
    private final Words words;
    private final PersonSentences people;

    /** So many members are named; of more, their number is told. */
    private static final int NAMED = 3;

    ThingSentences(Teller teller) {
        this.teller = teller;
        words = teller.words();
        people = new PersonSentences(teller);
    }

    String sentence(Event event, Header header) {
        return SENTENCES.call(this, event, header);
    }

    String tell(ResearcherEvent event, Header header) {
        return people.sentence(event, header);
    }

    String tell(InstitutionRegistered event, Header header) {
        return words.say("InstitutionRegistered", profile(event.profile()));
    }

    String tell(InstitutionCorrected event, Header header) {
        return words.say("InstitutionCorrected", profile(event.profile()));
    }

    private String profile(Profile profile) {
        return words.say(
                profile.parent() == null ? "profile" : "profile.parent",
                profile.names().first(),
                words.word(profile.sector()),
                words.known(profile.headquarters()),
                teller.called(profile.parent()));
    }

    String tell(InstitutionRenamed event, Header header) {
        return words.say("InstitutionRenamed", event.names().first(), words.known(event.from()));
    }

    String tell(HeadquartersMoved event, Header header) {
        return words.say("HeadquartersMoved", words.known(event.country()), words.known(event.from()));
    }

    String tell(ParentChanged event, Header header) {
        return words.say(
                event.parent() == null ? "ParentChanged.none" : "ParentChanged",
                teller.called(event.parent()),
                words.known(event.from()));
    }

    String tell(InstitutionMerged event, Header header) {
        return words.say("InstitutionMerged", teller.called(event.into()), words.known(event.from()));
    }

    String tell(InstitutionClosed event, Header header) {
        return words.say("InstitutionClosed", words.known(event.from()));
    }

    String tell(JoinedGroup event, Header header) {
        return words.say(
                event.from() == null ? "JoinedGroup.always" : "JoinedGroup", event.group(), words.known(event.from()));
    }

    String tell(LeftGroup event, Header header) {
        return words.say("LeftGroup", event.group(), words.known(event.to()));
    }

    String tell(CohortDefined event, Header header) {
        return words.say("CohortDefined", event.title(), event.referenceYear());
    }

    String tell(MembersAdded event, Header header) {
        int members = event.researchers().size();
        var named =
                event.researchers().stream().limit(NAMED).map(teller::called).toList();
        return words.say(members > NAMED ? "MembersAdded.more" : "MembersAdded", words.list(named), members - NAMED);
    }

    String tell(MemberRemoved event, Header header) {
        return words.say("MemberRemoved", teller.called(event.researcher()));
    }

    String tell(CohortFrozen event, Header header) {
        return words.say("CohortFrozen");
    }

    String tell(ReleasePublished event, Header header) {
        return words.say("ReleasePublished", event.title(), event.position(), event.ruleSet());
    }

    String tell(ReleaseWithdrawn event, Header header) {
        return words.say("ReleaseWithdrawn");
    }

    String tell(InstitutionEventUndone event, Header header) {
        return teller.undone(event, event.sequence());
    }

    String tell(CohortEventUndone event, Header header) {
        return teller.undone(event, event.sequence());
    }

    String tell(ReleaseEventUndone event, Header header) {
        return teller.undone(event, event.sequence());
    }
}
