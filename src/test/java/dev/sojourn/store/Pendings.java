package dev.sojourn.store;

import dev.sojourn.event.CareerEvent.SearchedNotFound;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.row.Pending;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of the store append, and how. */
final class Pendings {

    static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private Pendings() {}

    /** Somebody looked for a researcher; it does not matter what happened. */
    static SearchedNotFound event(String researcher) {
        return new SearchedNotFound(new ResearcherId(researcher), LocalDate.of(2026, 1, 1), Remarks.NONE);
    }

    static Pending pending(String researcher, long sequence) {
        return pending(researcher, sequence, null);
    }

    static Pending pending(String researcher, long sequence, Instant recorded) {
        return new Pending(event(researcher), sequence, recorded, "kim", "command-" + sequence, null, null, null);
    }

    /** The first events of one researcher. */
    static List<Pending> first(String researcher, int count) {
        return IntStream.range(0, count).mapToObj(n -> pending(researcher, n)).toList();
    }

    /** Appends in a transaction of its own. */
    static List<Long> append(LedgerStore store, List<Pending> events) {
        return new TransactionTemplate(store.writes()).execute(running -> store.append(events));
    }

    static List<Long> append(LedgerStore store, Pending event) {
        return append(store, List.of(event));
    }

    /** A clock that shows what it is set to. */
    static final class SetClock extends Clock {

        private volatile Instant now;

        SetClock(Instant now) {
            this.now = now;
        }

        void set(Instant then) {
            now = then;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
