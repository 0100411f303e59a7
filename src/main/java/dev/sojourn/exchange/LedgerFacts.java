package dev.sojourn.exchange;

import dev.sojourn.command.curation.BulkCuration;
import dev.sojourn.event.IdentityEvent.NamesChanged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.exchange.check.Known;
import dev.sojourn.store.LedgerStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Answers what an import asks of the ledger, as it was when the import began. */
final class LedgerFacts {

    private final LedgerStore store;
    private final long head;
    private final Map<ResearcherId, Map<SpellId, Claim>> claims = new HashMap<>();

    LedgerFacts(LedgerStore store) {
        this.store = store;
        this.head = store.head();
    }

    Known known(BulkCuration look, Clock clock) {
        return new Known(
                look::exists,
                look::exists,
                look::researcherWith,
                look::suppressed,
                look::suppressed,
                this::names,
                (researcher, spell) -> look.exists(researcher)
                        ? claims.computeIfAbsent(researcher, this::claims).get(spell)
                        : null,
                look::alreadyApplied,
                head == 0 ? Instant.MIN : store.recordedAt(head),
                clock.instant());
    }

    private Names names(ResearcherId researcher) {
        Names names = null;
        for (var recorded : counting(researcher)) {
            if (recorded.event() instanceof ResearcherRegistered registered) {
                names = registered.personal().names();
            } else if (recorded.event() instanceof NamesChanged changed) {
                names = changed.personal().names();
            }
        }
        return names;
    }

    private Map<SpellId, Claim> claims(ResearcherId researcher) {
        var held = new HashMap<SpellId, Claim>();
        for (var recorded : counting(researcher)) {
            if (recorded.event() instanceof AffiliationRecorded event) {
                held.put(event.spell(), event.claim());
            } else if (recorded.event() instanceof AffiliationCorrected event) {
                held.put(event.spell(), event.claim());
            } else if (recorded.event() instanceof AffiliationEnded event) {
                held.computeIfPresent(event.spell(), (spell, claim) -> claim.withEnd(event.end()));
            } else if (recorded.event() instanceof AffiliationRetracted event) {
                held.remove(event.spell());
            }
        }
        return held;
    }

    /** A researcher's events without those that were undone; an undoing can be undone as well, so from the last one. */
    private Deque<Recorded> counting(ResearcherId researcher) {
        var events = store.ofSubject(researcher, head);
        var counting = new ArrayDeque<Recorded>();
        Set<Long> undone = new HashSet<>();
        for (int at = events.size() - 1; at >= 0; at--) {
            var recorded = events.get(at);
            if (undone.contains(recorded.header().sequence())) {
                continue;
            }
            if (recorded.event() instanceof ResearcherEventUndone event) {
                undone.add(event.sequence());
            }
            counting.addFirst(recorded);
        }
        return counting;
    }
}
