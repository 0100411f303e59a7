package dev.sojourn.exchange;

import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.IdentifierLinked;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger of its own for a test, whose events can be read as short lines. */
final class TestLedger implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final LedgerStore store;
    private final Curation curation;
    private final Clock clock;
    private final Map<ResearcherId, String> people = new HashMap<>();

    TestLedger(Path directory) {
        this(directory, CLOCK);
    }

    TestLedger(Path directory, Clock clock) {
        this.clock = clock;
        store = LedgerStore.open(directory, clock);
        curation = Curation.open(store, directory, clock);
    }

    ImportReport run(Path source, ImportOptions options) {
        return new Importer(store, curation, clock).run(source, options, Progress.NONE);
    }

    /** What a dry run would record. */
    List<Event> supposed(Path source, ImportOptions options) {
        var supposed = new ArrayList<Event>();
        new Importer(store, curation, clock).run(source, options, Progress.NONE, supposed::addAll);
        return supposed;
    }

    LedgerStore store() {
        return store;
    }

    Curation curation() {
        return curation;
    }

    List<Recorded> recorded() {
        var all = new ArrayList<Recorded>();
        store.read(0, store.head(), all::add);
        return all;
    }

    /** Each event as a line; people by their ids in the package. */
    List<String> told() {
        return recorded().stream().map(Recorded::event).map(this::tell).toList();
    }

    /** Each event with when it was recorded. */
    List<String> toldWithTime() {
        return recorded().stream()
                .map(recorded -> recorded.header().recorded() + " " + tell(recorded.event()))
                .toList();
    }

    ResearcherId researcher(String person) {
        told();
        return people.entrySet().stream()
                .filter(entry -> entry.getValue().equals(person))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private String tell(Event event) {
        if (event instanceof InstitutionRegistered registered) {
            return "institution " + registered.institution() + " "
                    + registered.profile().headquarters();
        } else if (event instanceof ResearcherRegistered registered) {
            String id = registered.personal().identifiers().get(0).value();
            people.put(registered.researcher(), id);
            return "person " + id;
        } else if (event instanceof IdentifierLinked linked) {
            return "link " + people.get(linked.researcher()) + " "
                    + linked.personal().identifiers().get(0);
        } else if (event instanceof EducationRecorded education) {
            var degree = education.degree();
            return "degree " + people.get(education.researcher()) + " " + degree.level() + " "
                    + (degree.institution() == null ? degree.country() : degree.institution());
        } else if (event instanceof CohortDefined defined) {
            return "cohort " + defined.cohort() + " " + defined.referenceYear();
        } else if (event instanceof MembersAdded added) {
            return "member " + added.cohort() + " "
                    + people.get(added.researchers().get(0));
        } else if (event instanceof AffiliationRecorded spell) {
            return "record " + spell.spell() + " " + people.get(spell.researcher()) + " "
                    + spell.claim().institution() + " " + spell.claim().role() + " "
                    + spell.claim().valid();
        } else if (event instanceof AffiliationCorrected spell) {
            return "correct " + spell.spell() + " " + spell.claim().institution() + " "
                    + spell.claim().role() + " " + spell.claim().valid();
        } else if (event instanceof AffiliationEnded spell) {
            return "end " + spell.spell() + " " + spell.end();
        } else if (event instanceof AffiliationRetracted spell) {
            return "retract " + spell.spell() + " " + people.get(spell.researcher());
        }
        return event.getClass().getSimpleName();
    }

    @Override
    public void close() {
        curation.close();
        store.close();
    }
}
