package dev.sojourn.oracle;

import dev.sojourn.event.CareerEvent;
import dev.sojourn.event.CareerEvent.CareerEnded;
import dev.sojourn.event.CareerEvent.CareerResumed;
import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.EducationEvent.EducationRetracted;
import dev.sojourn.event.IdentityEvent;
import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that is believed of one researcher. */
final class NaivePerson {

    /** A spell as believed, and the latest day at which anything showed it true, or null. */
    record Spell(SpellId id, Claim claim, LocalDate observed) {}

    /** A degree as believed, and the position at which it was first recorded. */
    record Education(Degree degree, long since) {}

    /** An end of the career, or its resumption; told at a position. */
    record Turn(boolean ends, PartialDate on, long told) {}

    final ResearcherId id;
    Names names;
    ResearcherId mergedInto;
    final Map<SpellId, Spell> spells = new LinkedHashMap<>();
    final Map<EducationId, Education> degrees = new LinkedHashMap<>();
    final List<Turn> turns = new ArrayList<>();
    LocalDate searched;

    private final boolean again;

    /** Somebody; spells and degrees may be recorded again if their retraction may be left out. */
    NaivePerson(ResearcherId id, Names names, boolean again) {
        this.again = again;
        this.id = id;
        this.names = names;
    }

    void on(IdentityEvent event) {
        if (event instanceof NamesChanged changed) {
            names = changed.personal().names();
        } else if (event instanceof PersonErased) {
            names = null;
        }
    }

    void on(SpellEvent event) {
        var before = spells.get(event.spell());
        if (event instanceof AffiliationRecorded recorded) {
            NaiveLedger.require(before == null || again, "spell recorded twice");
            spells.put(event.spell(), new Spell(event.spell(), recorded.claim(), recorded.observedOn()));
            return;
        }
        NaiveLedger.require(before != null, "no such spell");
        if (event instanceof AffiliationRetracted) {
            spells.remove(event.spell());
        } else if (event instanceof AffiliationCorrected corrected) {
            spells.put(
                    event.spell(),
                    new Spell(event.spell(), corrected.claim(), later(before.observed(), corrected.observedOn())));
        } else if (event instanceof AffiliationEnded ended) {
            NaiveLedger.require(before.claim().end() == null, "ended twice");
            try {
                var claim = before.claim().withEnd(ended.end());
                spells.put(
                        event.spell(), new Spell(event.spell(), claim, later(before.observed(), ended.observedOn())));
            } catch (IllegalArgumentException reversed) {
                throw new NaiveLedger.Impossible("ends before it starts");
            }
        } else if (event instanceof AffiliationConfirmed confirmed) {
            spells.put(
                    event.spell(),
                    new Spell(event.spell(), before.claim(), later(before.observed(), confirmed.observedOn())));
        }
    }

    void on(EducationEvent event, long at) {
        var before = degrees.get(event.education());
        if (event instanceof EducationRecorded recorded) {
            NaiveLedger.require(before == null || again, "degree recorded twice");
            degrees.put(event.education(), new Education(recorded.degree(), at));
            return;
        }
        NaiveLedger.require(before != null, "no such degree");
        if (event instanceof EducationCorrected corrected) {
            degrees.put(event.education(), new Education(corrected.degree(), before.since()));
        } else if (event instanceof EducationRetracted) {
            degrees.remove(event.education());
        }
    }

    void on(CareerEvent event, long at) {
        if (event instanceof CareerEnded ended) {
            turns.add(new Turn(true, ended.on(), at));
        } else if (event instanceof CareerResumed resumed) {
            turns.add(new Turn(false, resumed.on(), at));
        } else if (event instanceof SearchedNotFound looked) {
            searched = later(searched, looked.searchedOn());
        }
    }

    /** All institutions that anything believed of the person names. */
    Set<InstitutionId> places() {
        return Stream.concat(
                        spells.values().stream().map(spell -> spell.claim().institution()),
                        degrees.values().stream()
                                .map(education -> education.degree().institution())
                                .filter(Objects::nonNull))
                .collect(Collectors.toSet());
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
