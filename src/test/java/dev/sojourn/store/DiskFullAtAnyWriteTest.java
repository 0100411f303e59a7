package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.Request;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.fault.FullPath;
import dev.sojourn.store.Pendings.SetClock;
import dev.sojourn.store.file.StorageFailure;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Inserts fail, and commits, and syncs, and taking back, whatever comes at that write. */
@DisplayName("A disk that is full from some write on")
@Timeout(120)
class DiskFullAtAnyWriteTest {

    private static final Clock CLOCK = new SetClock(NOON);

    @TempDir
    Path directory;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private int acknowledged;
    private final TreeMap<String, Integer> answers = new TreeMap<>();

    @BeforeEach
    void listen() {
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void free() {
        root().detachAppender(log);
        FullPath.takes(Long.MAX_VALUE);
    }

    @Test
    void is_blamed_by_every_answer_from_then_on_and_loses_nothing_acknowledged() {
        fillAfterUpTo(6);
    }

    @Test
    @Tag("faults")
    @Timeout(600)
    void loses_nothing_acknowledged_at_sixty_moments() {
        fillAfterUpTo(60);
    }

    @Test
    void loses_nothing_acknowledged_to_several_who_share_a_commit() throws Exception {
        for (int moment = 0; moment < 12; moment++) {
            var where = directory.resolve("shared-" + moment);
            var receipts = new ConcurrentSkipListMap<Integer, Long>();
            FullPath.takes(Long.MAX_VALUE);
            try (var store = LedgerStore.open(where, FullPath.SCHEME, CLOCK, UnaryOperator.identity());
                    var curation = Curation.open(store, where, CLOCK)) {
                FullPath.takes(5L * moment);
                var curators = new ArrayList<Thread>();
                for (int curator = 0; curator < 4; curator++) {
                    int first = curator;
                    curators.add(new Thread(() -> fill(curation, first, receipts)));
                }
                curators.forEach(Thread::start);
                for (var curator : curators) {
                    curator.join();
                }
                assertReadable(store, List.copyOf(receipts.values()));
            }
            FullPath.takes(Long.MAX_VALUE);
            try (var store = LedgerStore.open(where, CLOCK);
                    var curation = Curation.open(store, where, CLOCK)) {
                assertThat(store.verify(null, position -> {}).problem()).isNull();
                receipts.forEach((n, position) ->
                        assertThat(curation.send(register(n)).position()).isEqualTo(position));
            }
        }
    }

    private static void fill(Curation curation, int first, Map<Integer, Long> receipts) {
        for (int n = first; ; n += 4) {
            try {
                receipts.put(n, curation.send(register(n)).position());
            } catch (RuntimeException refused) {
                return;
            }
        }
    }

    private void fillAfterUpTo(int moments) {
        for (int moment = 0; moment < moments; moment++) {
            fillAfter(moment, directory.resolve("full-after-" + moment));
        }
        assertThat(answers).isNotEmpty();
        System.out.printf(
                "full disk: %d moments, %d acknowledged, 0 lost; refused as %s%n", moments, acknowledged, answers);
    }

    private void fillAfter(int writes, Path where) {
        var receipts = new ArrayList<Long>();
        log.list.clear();
        FullPath.takes(Long.MAX_VALUE);
        try (var store = LedgerStore.open(where, FullPath.SCHEME, CLOCK, UnaryOperator.identity());
                var curation = Curation.open(store, where, CLOCK)) {
            receipts.add(curation.send(register(0)).position());
            FullPath.takes(writes);
            for (int n = 1; !FullPath.refused() || n % 4 != 0; n++) { // some more after the first that is refused
                try {
                    receipts.add(curation.send(register(n)).position());
                } catch (RuntimeException refused) {
                    note(refused);
                }
            }
            assertThat(store.readOnlyReason()).isPresent();
            assertReadable(store, receipts);
        }
        assertSaidOnce();
        FullPath.takes(Long.MAX_VALUE);
        try (var store = LedgerStore.open(where, CLOCK);
                var curation = Curation.open(store, where, CLOCK)) {
            assertThat(store.readOnlyReason()).isEmpty();
            assertThat(store.verify(null, position -> {}).problem()).isNull();
            for (int n = 0; n < receipts.size(); n++) {
                assertThat(receipts.get(n)).isEqualTo(n + 1L);
                assertThat(curation.send(register(n)).position()).isEqualTo(n + 1L);
            }
            assertThat(curation.send(register(1_000)).position()).isEqualTo(store.head());
        }
        acknowledged += receipts.size();
    }

    /** On the console, in words of our own: what the database says quotes rows and statements. */
    private void assertSaidOnce() {
        assertThat(log.list)
                .filteredOn(event -> event.getLevel() == Level.ERROR)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .startsWith("The ledger takes no more writes, reads go on: ")
                .contains(" failed");
        assertThat(log.list)
                .extracting(
                        event -> event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .noneMatch(
                        line -> line.contains("Somebody") || line.contains("insert into") || line.contains("INSERT"));
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** Though nothing more can be written: everything that was acknowledged, by position and by subject, and the chain. */
    private static void assertReadable(LedgerStore store, List<Long> receipts) {
        var read = new ArrayList<Long>();
        store.read(0, Long.MAX_VALUE, recorded -> read.add(recorded.position()));
        assertThat(read).containsAll(receipts);
        for (long position : receipts) {
            var event = store.at(position).event();
            assertThat(store.ofSubject(event.subject(), position)).hasSize(1);
        }
        assertThat(store.chainHead().position()).isEqualTo(store.head());
        if (store.head() > 0) {
            assertThat(store.recordedAt(1)).isEqualTo(NOON);
        }
    }

    /** All of these are answered 503 over HTTP. */
    private void note(RuntimeException refused) {
        assertThat(refused instanceof OutcomeUnknown
                        || refused instanceof ReadOnlyStore
                        || StorageFailure.isCauseOf(refused))
                .as("%s", refused)
                .isTrue();
        answers.merge(refused.getClass().getSimpleName(), 1, Integer::sum);
    }

    private static Request register(int n) {
        String person = new UUID(0, n).toString();
        var command = new RegisterResearcher(
                new ResearcherId(person),
                Names.of("Somebody " + "x".repeat(300)),
                List.of(new Identifier("dblp", person)),
                Remarks.NONE);
        return Request.of(command, "kim", "register " + person);
    }
}
