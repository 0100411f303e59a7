package dev.sojourn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.store.check.Verification;
import dev.sojourn.store.row.EventRow;
import dev.sojourn.store.row.HashChain;
import dev.sojourn.store.row.Head;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of 200 events of five researchers, tampered with behind the store's back; single bytes are {@link dev.sojourn.store.check.TamperedByteTest}'s. */
@DisplayName("The verification of the chain")
class VerificationTest {

    private static final int EVENTS = 200;
    private static final int RESEARCHERS = 5;

    @TempDir
    private Path directory;

    private LedgerStore store;
    private Head head;
    private Connection intruder;

    @BeforeEach
    void fill() throws SQLException {
        store = LedgerStore.open(directory, new Pendings.SetClock(Pendings.NOON));
        Pendings.append(
                store,
                IntStream.range(0, EVENTS)
                        .mapToObj(n -> Pendings.pending("r" + n % RESEARCHERS, n / RESEARCHERS))
                        .toList());
        head = store.chainHead();
        intruder = store.dataSource().getConnection();
        intruder.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        intruder.rollback();
        intruder.close();
        store.close();
    }

    private void tamper(String sql) throws SQLException {
        try (var statement = intruder.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private Long firstBad(Head kept) throws SQLException {
        return Verification.of(intruder, kept == null ? List.of() : List.of(kept), position -> {})
                .firstBad();
    }

    /** Found without the help of a head kept elsewhere; then the intruder's change is taken back. */
    private void expectFound(long position) throws SQLException {
        assertThat(firstBad(null)).isEqualTo(position);
        intruder.rollback();
    }

    @Test
    void passes_where_nothing_was_changed() throws SQLException {
        var found = store.verify(head, position -> {});

        assertThat(found.passed()).isTrue();
        assertThat(found.verified()).isEqualTo(head);
        assertThat(head.position()).isEqualTo(EVENTS);
    }

    @Test
    void finds_every_event_that_was_taken_out() throws SQLException {
        for (long position = 1; position <= EVENTS; position++) {
            tamper("delete from event where position = " + position);
            expectFound(position);
        }
    }

    @Test
    void finds_every_event_that_was_taken_out_with_all_later_ones_moved_up() throws SQLException {
        for (long position = 1; position < EVENTS; position++) {
            tamper("delete from event where position = " + position);
            move(position + 1, -1);
            expectFound(position);
        }
    }

    /** In two steps, over negative positions, since two events cannot share one in between. */
    private void move(long first, int by) throws SQLException {
        tamper("update event set position = -(position + " + by + ") where position >= " + first);
        tamper("update event set position = -position where position < 0");
    }

    @Test
    void finds_every_event_that_was_put_in() throws SQLException {
        for (long position = 1; position <= EVENTS; position++) {
            move(position, 1);
            tamper("insert into event select " + position + ", event_id, 'researcher:new', 0, subject_type, recorded,"
                    + " type, revision, payload, metadata, hash from event where position = " + (position + 1));
            expectFound(position);
        }
    }

    @Test
    void finds_an_event_that_was_put_in_before_the_first() throws SQLException {
        for (long position : new long[] {0, -1, Long.MIN_VALUE}) {
            tamper("insert into event select " + position + ", event_id, 'researcher:new', 0, subject_type, recorded,"
                    + " type, revision, payload, metadata, hash from event where position = 1");
            expectFound(position);
        }
    }

    @Test
    void finds_half_a_character_where_a_question_mark_stood_though_both_are_written_alike() throws SQLException {
        store.close();
        store = LedgerStore.open(directory, new Pendings.SetClock(Pendings.NOON));
        Pendings.append(store, Pendings.pending("why?", 0));
        intruder = store.dataSource().getConnection();
        intruder.setAutoCommit(false);
        for (String column : List.of("subject", "payload")) {
            tamper("update event set " + column + " = replace(" + column + ", '?', char(55296)) where position = 201");
            expectFound(EVENTS + 1);
        }
    }

    @Test
    void finds_every_two_neighbours_that_were_swapped() throws SQLException {
        for (long position = 1; position < EVENTS; position++) {
            tamper("update event set position = 0 where position = " + position);
            tamper("update event set position = " + position + " where position = " + (position + 1));
            tamper("update event set position = " + (position + 1) + " where position = 0");
            expectFound(position);
        }
    }

    @Test
    void finds_an_end_that_was_cut_off_if_the_head_says_so_or_was_kept_elsewhere() throws SQLException {
        for (long last = EVENTS - 1; last >= 0; last--) {
            tamper("delete from event where position > " + last);
            expectFound(last + 1);

            tamper("delete from event where position > " + last);
            tamper("update chain_head set position = " + last + ", hash = coalesce((select hash from event where"
                    + " position = " + last + "), ''), recorded = (select recorded from event where position = " + last
                    + ")");
            assertThat(firstBad(null)).isNull(); // nobody who has only the ledger can tell
            assertThat(firstBad(head)).isEqualTo(last + 1);
            intruder.rollback();
        }
    }

    @Test
    void finds_a_rewritten_chain_only_against_a_head_kept_elsewhere() throws SQLException {
        tamper("update event set payload = replace(payload, '2026', '2025') where position = 7");
        rewriteFrom(7);

        assertThat(firstBad(null)).isNull(); // said openly: an insider can rewrite all of it
        assertThat(firstBad(head)).isEqualTo(EVENTS);
        assertThat(firstBad(new Head(6, hashAt(6)))).isNull(); // nothing up to there was changed
    }

    private void rewriteFrom(long first) throws SQLException {
        String before = hashAt(first - 1);
        for (long position = first; position <= EVENTS; position++) {
            try (var select = intruder.createStatement();
                    var row = select.executeQuery(
                            "select " + EventRow.COLUMNS + " from event where position = " + position)) {
                row.next();
                before = HashChain.next(before, EventRow.of(row));
            }
            tamper("update event set hash = '" + before + "' where position = " + position);
        }
        tamper("update chain_head set hash = '" + before + "'");
    }

    private String hashAt(long position) throws SQLException {
        try (var select = intruder.createStatement();
                var row = select.executeQuery("select hash from event where position = " + position)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void tells_how_far_it_has_come() {
        var told = new ArrayList<Long>();

        store.verify(null, told::add);

        assertThat(told).isNotEmpty().isSorted().allMatch(position -> position <= EVENTS);
    }

    @Test
    void a_head_reads_back_as_printed_and_nothing_else_does() {
        assertThat(Head.parse(head.toString())).isEqualTo(head);
        assertThat(Head.parse("0:")).isEqualTo(new Head(0, ""));
        assertThatThrownBy(() -> Head.parse("4711")).hasMessageContaining("write position:hash");
    }
}
