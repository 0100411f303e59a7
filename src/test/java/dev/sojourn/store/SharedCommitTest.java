package dev.sojourn.store;

import static dev.sojourn.store.Pendings.NOON;
import static dev.sojourn.store.Pendings.pending;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.Pendings.SetClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Writers who wait for each other")
@Timeout(30)
class SharedCommitTest {

    @TempDir
    Path directory;

    private LedgerStore store;
    private final CountDownLatch go = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);

    @BeforeEach
    void open() {
        store = LedgerStore.open(directory, new SetClock(NOON));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void share_a_commit_and_each_sees_what_those_before_wrote() throws Exception {
        var first = begin(() -> write("ada", 0));
        var second = queued(() -> {
            assertThat(committed()).as("seen by others").isZero();
            assertThat(store.committedOf(new ResearcherId("ada"))).hasSize(1);
            var seen = new ArrayList<Long>();
            store.readCommitted(0, 1, recorded -> seen.add(recorded.position()));
            assertThat(seen).containsExactly(1L);
            return write("ada", 1);
        });
        go.countDown();

        assertThat(first.get()).containsExactly(1L);
        assertThat(second.get()).containsExactly(2L);
        assertThat(store.head()).isEqualTo(2);
    }

    @Test
    void lose_nothing_when_the_last_of_them_is_taken_back() throws Exception {
        var first = begin(() -> write("ada", 0));
        var second = queued(() -> {
            write("bo", 0);
            throw new IllegalArgumentException("refused");
        });
        go.countDown();

        assertThat(first.get()).containsExactly(1L);
        assertThat(refusal(second)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.head()).isEqualTo(1);
        assertThat(Pendings.append(store, pending("bo", 0))).containsExactly(2L);
        assertThat(store.verify(null, position -> {}).problem()).isNull();
    }

    @Test
    void keep_nothing_of_one_that_is_taken_back_between_two() throws Exception {
        var first = begin(() -> {
            write("ada", 0);
            throw new IllegalArgumentException("refused");
        });
        var second = queued(() -> write("bo", 0));
        go.countDown();

        assertThat(refusal(first)).isInstanceOf(IllegalArgumentException.class);
        assertThat(second.get()).containsExactly(1L);
        assertThat(store.ofSubject(new ResearcherId("ada"), 9)).isEmpty();
    }

    /** Or the first would wait for all of the import. */
    @Test
    void do_not_wait_for_one_that_takes_long() throws Exception {
        var first = begin(() -> write("ada", 0));
        var second = started(new TransactionTemplate(store.writes()), () -> {
            assertThat(committed()).isEqualTo(1);
            return write("bo", 0);
        });
        go.countDown();

        assertThat(first.get()).containsExactly(1L);
        assertThat(second.get()).containsExactly(2L);
    }

    @Test
    void are_told_and_safe_when_the_store_is_closed_meanwhile() throws Exception {
        var first = begin(() -> write("ada", 0));
        var closing = new FutureTask<>(store::close, null);
        waiting(new Thread(closing));
        go.countDown();

        assertThat(first.get()).containsExactly(1L);
        closing.get();
        open();
        assertThat(store.head()).isEqualTo(1);
    }

    /** Runs as soon as it is begun and the others are there. */
    private FutureTask<List<Long>> begin(Supplier<List<Long>> work) throws InterruptedException {
        var task = task(new TransactionTemplate(store.writes(), SerialTransactionManager.SHORT), () -> {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            return work.get();
        });
        new Thread(task).start();
        begun.await();
        return task;
    }

    private FutureTask<List<Long>> queued(Supplier<List<Long>> work) {
        return started(new TransactionTemplate(store.writes(), SerialTransactionManager.SHORT), work);
    }

    private static FutureTask<List<Long>> started(TransactionTemplate template, Supplier<List<Long>> work) {
        var task = task(template, work);
        waiting(new Thread(task));
        return task;
    }

    private static FutureTask<List<Long>> task(TransactionTemplate template, Supplier<List<Long>> work) {
        return new FutureTask<>(() -> template.execute(running -> work.get()));
    }

    /** Until it waits for the lock. */
    private static void waiting(Thread thread) {
        thread.start();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static Throwable refusal(FutureTask<?> task) {
        try {
            task.get();
            return null;
        } catch (Exception refused) {
            return refused.getCause();
        }
    }

    private List<Long> write(String researcher, long sequence) {
        return store.append(List.of(pending(researcher, sequence)));
    }

    /** Rows that a connection of somebody else's sees. */
    private int committed() {
        var counted = new FutureTask<>(() -> {
            try (var connection = store.dataSource().getConnection();
                    var rows = connection.createStatement().executeQuery("select count(*) from event")) {
                rows.next();
                return rows.getInt(1);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        });
        new Thread(counted).start();
        try {
            return counted.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
