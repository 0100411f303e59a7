package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static dev.sojourn.store.Pendings.append;
import static dev.sojourn.store.Pendings.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.Pendings.SetClock;
import dev.sojourn.store.row.Pending;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("What is not on the disk")
@Timeout(30)
class DurabilityTest {

    @TempDir
    Path directory;

    /** How often a sync began; each needs a permit to go on. */
    private final AtomicInteger syncs = new AtomicInteger();

    private final Semaphore entered = new Semaphore(0);
    private final Semaphore permits = new Semaphore(0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean broken;
    private LedgerStore store;

    @BeforeEach
    void open() {
        store = LedgerStore.open(directory, new SetClock(NOON), disk -> () -> {
            syncs.incrementAndGet();
            entered.release();
            permits.acquireUninterruptibly();
            if (broken) {
                throw new SQLException("no space left", "HY000", 90031);
            }
            disk.sync();
        });
    }

    @AfterEach
    void close() {
        permits.release(1_000);
        threads.shutdown();
        store.close();
    }

    @Test
    void is_seen_by_nobody_while_others_write_on() throws Exception {
        var told = new LinkedBlockingQueue<Long>();
        store.onSynced(told::add);
        var first = threads.submit(() -> append(store, pending("ada", 0)));
        entered.acquire();
        var second = appendAndTell(pending("bo", 0)); // the write lock is free although the disk is busy

        assertThat(count()).isEqualTo(2); // committed, but
        assertThat(store.head()).isZero();
        store.read(0, Long.MAX_VALUE, recorded -> assertThat(recorded).isNull());
        assertThat(store.ofSubject(new ResearcherId("ada"), 9)).isEmpty();
        assertThatThrownBy(() -> store.at(1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.positionAt(NOON)).isZero();
        assertThat(first.isDone()).isFalse();
        assertThat(told).isEmpty();

        permits.release();
        assertThat(first.get()).containsExactly(1L);
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(1); // the second was not there when the sync began
        entered.acquire();
        assertThat(store.head()).isEqualTo(1);
        permits.release();
        assertThat(second.get()).containsExactly(2L);
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(store.at(2).position()).isEqualTo(2);
    }

    @Test
    void is_made_safe_for_all_who_wait_by_one_sync() throws Exception {
        var first = threads.submit(() -> append(store, pending("writer-0", 0)));
        entered.acquire();
        var others = new ArrayList<Future<List<Long>>>();
        for (int n = 1; n < 8; n++) {
            others.add(appendAndTell(pending("writer-" + n, 0)));
        }
        permits.release(2);

        assertThat(first.get()).containsExactly(1L);
        for (var other : others) {
            other.get();
        }

        assertThat(syncs).hasValue(2); // one for the first, one for the seven that committed meanwhile
        assertThat(store.head()).isEqualTo(8);
    }

    @Test
    void leaves_the_outcome_unknown_if_a_sync_fails_and_nothing_is_written_afterwards() throws Exception {
        permits.release();
        append(store, pending("ada", 0));
        broken = true;
        entered.acquire();
        var second = threads.submit(() -> append(store, pending("ada", 1)));
        entered.acquire();
        var third = appendAndTell(pending("bo", 0));
        permits.release();

        assertThatThrownBy(second::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(OutcomeUnknown.class)
                .hasMessageStartingWith("outcome unknown, repeat with the same key");
        assertThatThrownBy(third::get).cause().isInstanceOf(OutcomeUnknown.class);
        assertThatThrownBy(() -> append(store, pending("ada", 2)))
                .isInstanceOf(ReadOnlyStore.class)
                .hasMessage(
                        "the ledger is read-only: syncing the events file failed, error 90031: is its disk full, or read-only?");
        assertThat(store.readOnlyReason())
                .contains("syncing the events file failed, error 90031: is its disk full, or read-only?");
        assertThat(store.head()).isEqualTo(1);
        assertThat(store.at(1).event()).isEqualTo(Pendings.event("ada"));
        assertThat(syncs).hasValue(2);
    }

    @Test
    void costs_no_sync_where_nothing_was_written() {
        new TransactionTemplate(store.writes()).executeWithoutResult(running -> {});
        new TransactionTemplate(store.writes()).executeWithoutResult(running -> count());
        new TransactionTemplate(store.writes()).executeWithoutResult(running -> {
            store.append(List.of(pending("ada", 0)));
            running.setRollbackOnly();
        });

        assertThat(syncs).hasValue(0);
    }

    @Test
    void is_synced_too_where_only_a_look_up_was_written_and_no_event() {
        permits.release(2);
        append(store, pending("ada", 0));
        new JdbcTemplate(store.dataSource()).execute("create table look_up (id integer primary key)");

        new TransactionTemplate(store.writes()).executeWithoutResult(running -> new JdbcTemplate(store.dataSource())
                .update("insert into look_up values (1)"));

        assertThat(syncs).hasValue(2);
        assertThat(store.head()).isEqualTo(1);
    }

    @Test
    void is_not_lost_and_is_told_when_the_store_is_closed() throws Exception {
        var told = new LinkedBlockingQueue<Long>();
        store.onSynced(head -> {
            told.add(head);
            throw new IllegalStateException("a listener of no use to others");
        });
        var first = threads.submit(() -> append(store, pending("ada", 0)));
        entered.acquire();
        var closing = threads.submit(store::close);
        permits.release(2);
        closing.get();

        assertThat(first.get()).containsExactly(1L);
        assertThat(told).containsExactly(1L);
        assertThatThrownBy(() -> append(store, pending("ada", 1))).isInstanceOf(ReadOnlyStore.class);
    }

    /** Appends on another thread, and returns here once that has committed. */
    private Future<List<Long>> appendAndTell(Pending event) throws InterruptedException {
        var committed = new CountDownLatch(1);
        Callable<List<Long>> append = () -> new TransactionTemplate(store.writes()).execute(running -> {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    committed.countDown();
                }
            });
            return store.append(List.of(event));
        });
        var result = threads.submit(append);
        committed.await();
        return result;
    }

    private Integer count() {
        return new JdbcTemplate(store.dataSource()).queryForObject("select count(*) from event", Integer.class);
    }
}
