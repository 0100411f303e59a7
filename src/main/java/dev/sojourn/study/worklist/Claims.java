package dev.sojourn.study.worklist;

import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Personal;
import dev.sojourn.event.value.SpellId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was said of each stay of a person, of events that count, in order. */
record Claims(Map<SpellId, List<Recorded>> bySpell) {

    static Claims of(List<Recorded> counting) {
        var bySpell = new LinkedHashMap<SpellId, List<Recorded>>();
        counting.forEach(recorded -> {
            if (recorded.event() instanceof SpellEvent said) {
                bySpell.computeIfAbsent(said.spell(), none -> new ArrayList<>()).add(recorded);
            }
        });
        return new Claims(bySpell);
    }

    /** The event that first said it, if all that was said of it is readable and none of it names evidence; or null. */
    Recorded withoutEvidence(SpellId spell) {
        var said = bySpell.getOrDefault(spell, List.of());
        boolean bare = said.stream()
                .allMatch(recorded -> !recorded.erased()
                        && personal((SpellEvent) recorded.event()).evidence().isEmpty());
        return said.isEmpty() || !bare ? null : said.get(0);
    }

    /** The last event by which somebody else than who recorded it said that it was wrong, not confirmed since; or null. */
    Recorded contradiction(SpellId spell) {
        Recorded against = null;
        String author = null;
        for (var recorded : bySpell.getOrDefault(spell, List.of())) {
            var said = recorded.event();
            String actor = recorded.header().actor();
            if (said instanceof AffiliationRecorded) {
                author = actor;
            } else if (said instanceof AffiliationConfirmed) {
                against = null;
            } else if (isObjection(recorded) && !actor.equals(author)) {
                against = recorded;
            }
        }
        return against;
    }

    /** Who recorded a stay. */
    String author(SpellId spell) {
        return bySpell.get(spell).get(0).header().actor();
    }

    private static boolean isObjection(Recorded recorded) {
        return recorded.event() instanceof AffiliationCorrected || recorded.event() instanceof AffiliationRetracted;
    }

    private static Personal personal(SpellEvent event) {
        if (event instanceof AffiliationRecorded said) {
            return said.personal();
        }
        if (event instanceof AffiliationCorrected said) {
            return said.personal();
        }
        if (event instanceof AffiliationEnded said) {
            return said.personal();
        }
        if (event instanceof AffiliationConfirmed said) {
            return said.personal();
        }
        return ((AffiliationRetracted) event).personal();
    }
}
