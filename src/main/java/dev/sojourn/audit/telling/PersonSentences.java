package dev.sojourn.audit.telling;

import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.EducationEvent.EducationRetracted;
import dev.sojourn.event.Header;
import dev.sojourn.event.IdentityEvent.DistinctFromRecorded;
import dev.sojourn.event.IdentityEvent.IdentifierLinked;
import dev.sojourn.event.IdentityEvent.IdentifierUnlinked;
import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.ReviewEvent.ReviewApproved;
import dev.sojourn.event.ReviewEvent.ReviewRejected;
import dev.sojourn.event.ReviewEvent.ReviewRequested;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import java.lang.invoke.MethodHandles;
import java.util.List;

/** What was recorded of a person. */
@SuppressWarnings("UnusedVariable") // the header is there for every handler
final class PersonSentences {
    private static final Overloads<ResearcherEvent, String> SENTENCES =
            new Overloads<>(MethodHandles.lookup(), "tell", ResearcherEvent.class, Header.class);

    private final Teller teller;
    private final Words words;

    private final Claims claims;

    PersonSentences(Teller teller) {
        this.teller = teller;
        words = teller.words();
        claims = new Claims(teller);
    }

    String sentence(ResearcherEvent event, Header header) {
        return SENTENCES.call(this, event, header);
    }

    String tell(ResearcherRegistered event, Header header) {
        var identifiers = event.personal().identifiers();
        return words.say(
                identifiers.isEmpty() ? "ResearcherRegistered" : "ResearcherRegistered.identified",
                name(event, event.personal().names()),
                words.list(identifiers));
    }

    String tell(NamesChanged event, Header header) {
        return words.say("NamesChanged", name(event, event.personal().names()));
    }

    private String name(ResearcherEvent event, Names names) {
        if (names == null) {
            return words.say(erased(event) ? "erased" : "unnamed");
        }
        return words.list(names.byScript().values());
    }

    private boolean erased(ResearcherEvent event) {
        return teller.story(event.researcher()).erased();
    }

    String tell(IdentifierLinked event, Header header) {
        return words.say("IdentifierLinked", identifiers(event, event.personal().identifiers()));
    }

    String tell(IdentifierUnlinked event, Header header) {
        return words.say(
                "IdentifierUnlinked", identifiers(event, event.personal().identifiers()));
    }

    private String identifiers(ResearcherEvent event, List<Identifier> identifiers) {
        return identifiers.isEmpty() && erased(event) ? words.say("erased") : words.list(identifiers);
    }

    String tell(ResearcherMerged event, Header header) {
        return words.say("ResearcherMerged", teller.called(event.into()));
    }

    String tell(ResearcherUnmerged event, Header header) {
        return words.say("ResearcherUnmerged");
    }

    String tell(DistinctFromRecorded event, Header header) {
        return words.say("DistinctFromRecorded", teller.called(event.other()));
    }

    String tell(PersonErased event, Header header) {
        return words.say("PersonErased");
    }

    String tell(EducationRecorded event, Header header) {
        return words.say("EducationRecorded", claims.degree(event.degree()));
    }

    String tell(EducationCorrected event, Header header) {
        var before = teller.story(event.researcher()).degreeBefore(event.education(), header.position());
        return words.say("EducationCorrected", claims.degree(event.degree()), claims.changes(before, event.degree()));
    }

    String tell(EducationRetracted event, Header header) {
        var before = teller.story(event.researcher()).degreeBefore(event.education(), header.position());
        return words.say("EducationRetracted", claims.degree(before));
    }

    String tell(AffiliationRecorded event, Header header) {
        return words.say(
                "AffiliationRecorded",
                claims.stay(event.claim(), event.personal().title()));
    }

    String tell(AffiliationEnded event, Header header) {
        var before = teller.story(event.researcher()).claimBefore(event.spell(), header.position());
        return words.say("AffiliationEnded", words.known(event.end()), claims.stay(before, null));
    }

    String tell(AffiliationCorrected event, Header header) {
        var before = teller.story(event.researcher()).claimBefore(event.spell(), header.position());
        return words.say(
                "AffiliationCorrected",
                claims.stay(event.claim(), event.personal().title()),
                claims.changes(before, event.claim()));
    }

    String tell(AffiliationRetracted event, Header header) {
        var before = teller.story(event.researcher()).claimBefore(event.spell(), header.position());
        return words.say("AffiliationRetracted", claims.stay(before, null));
    }

    String tell(AffiliationConfirmed event, Header header) {
        var before = teller.story(event.researcher()).claimBefore(event.spell(), header.position());
        return words.say("AffiliationConfirmed", words.known(event.observedOn()), claims.stay(before, null));
    }

    String tell(SearchedNotFound event, Header header) {
        return words.say("SearchedNotFound", words.known(event.searchedOn()));
    }

    String tell(CareerEnded event, Header header) {
        return words.say("CareerEnded", words.word(event.cause()), words.known(event.on()));
    }

    String tell(CareerResumed event, Header header) {
        return words.say("CareerResumed", words.known(event.on()));
    }

    String tell(ResearcherEventUndone event, Header header) {
        return teller.undone(event, event.sequence());
    }

    String tell(ReviewRequested event, Header header) {
        return review(event);
    }

    String tell(ReviewApproved event, Header header) {
        return review(event);
    }

    String tell(ReviewRejected event, Header header) {
        return review(event);
    }

    private String review(ReviewEvent event) {
        var reviewed = teller.story(event.researcher()).numbered(event.sequence());
        return words.say(
                event.getClass().getSimpleName(),
                reviewed.map(Recorded::position).orElse(0L),
                reviewed.map(teller::tell).orElse(words.say("none")));
    }
}
