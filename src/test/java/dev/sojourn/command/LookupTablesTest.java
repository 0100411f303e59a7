package dev.sojourn.command;

import static dev.sojourn.command.Samples.CLOCK;
import static dev.sojourn.command.Samples.LIN;
import static dev.sojourn.command.Samples.MIT;
import static dev.sojourn.command.Samples.ORCID;
import static dev.sojourn.command.Samples.WANG;
import static dev.sojourn.command.Samples.register;
import static dev.sojourn.command.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.curation.BulkCuration;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.command.lookup.LookupKey;
import dev.sojourn.command.lookup.LookupTables;
import dev.sojourn.event.Event;
import dev.sojourn.event.InstitutionEvent.InstitutionEventUndone;
import dev.sojourn.event.ResearcherEvent.ResearcherEventUndone;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.store.LedgerStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@DisplayName("Look-ups")
class LookupTablesTest {

    @TempDir
    Path directory;

    @Test
    void rebuilt_from_the_events_are_those_maintained_by_the_commands() {
        try (var store = LedgerStore.open(directory, CLOCK);
                var curation = Curation.open(store, directory, CLOCK)) {
            int number = 0;
            for (var command : RandomCommands.of(11, 250)) {
                try {
                    curation.send(request("c" + number++, command));
                } catch (RuleViolation refused) {
                    // as many are
                }
            }
            var person = new ResearcherId("p1");
            try (var bulk = curation.bulk()) {
                bulk.apply(request("b1", register(LIN, ORCID)), null, "row-1");
                bulk.apply(request("b2", register(MIT)), null, "row-2");
                bulk.flush();
                adopt(bulk, new InstitutionEventUndone(MIT, 0, Remarks.NONE));
                for (long sequence = 0; sequence < 4; sequence++) {
                    adopt(bulk, new ResearcherEventUndone(person, sequence, Remarks.NONE));
                }
                bulk.nothingToRecord("row-3");
                bulk.flush();
            }

            var maintained = tables(store);
            assertThat(maintained.values()).allSatisfy(rows -> assertThat(rows).isNotEmpty());
            new LookupTables(store, LookupKey.in(directory)).rebuild();
            assertThat(tables(store)).isEqualTo(maintained);
        }
    }

    @Test
    void that_disagree_with_the_events_are_rebuilt_on_opening() {
        try (var store = LedgerStore.open(directory, CLOCK)) {
            try (var curation = Curation.open(store, directory, CLOCK)) {
                curation.send(request("c1", register(LIN, ORCID)));
            }
            var maintained = tables(store);
            new TransactionTemplate(store.writes()).executeWithoutResult(transaction -> {
                new JdbcTemplate(store.dataSource()).update("delete from lookup_owner");
                new JdbcTemplate(store.dataSource()).update("update lookup_head set position = 0");
            });
            Curation.open(store, directory, CLOCK).close();
            assertThat(tables(store)).isEqualTo(maintained);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from lookup_owner where kind = 'identifier'",
                "delete from lookup_command",
                "insert into lookup_command values ('other', null, 1, 1)",
                "update lookup_owner set owner = 'researcher:other' where kind = 'identifier'",
                "update lookup_command set first_position = 0",
                "update lookup_head set counts = '', counted_position = -1; delete from lookup_command",
                "update lookup_head set counts = '', counted_position = 0;"
                        + " update lookup_command set last_position = 1, first_position = 2",
            })
    void of_which_rows_were_lost_are_rebuilt_on_opening(String loss) {
        try (var store = LedgerStore.open(directory, CLOCK)) {
            try (var curation = Curation.open(store, directory, CLOCK)) {
                curation.send(request("c1", register(LIN, ORCID)));
            }
            var maintained = owners(store);
            new TransactionTemplate(store.writes()).executeWithoutResult(transaction -> List.of(loss.split(";"))
                    .forEach(new JdbcTemplate(store.dataSource())::update));
            assertThat(owners(store)).isNotEqualTo(maintained);

            Curation.open(store, directory, CLOCK).close();

            assertThat(owners(store)).isEqualTo(maintained);
        }
    }

    /** All that can be told from the events. */
    @Test
    void answer_a_repeated_request_as_before_though_its_hash_was_changed() {
        try (var store = LedgerStore.open(directory, CLOCK)) {
            var registering = request("c1", register(LIN, ORCID));
            try (var curation = Curation.open(store, directory, CLOCK)) {
                curation.send(registering);
            }
            new TransactionTemplate(store.writes())
                    .executeWithoutResult(transaction -> new JdbcTemplate(store.dataSource())
                            .update("update lookup_command set request_hash = '0'"));

            try (var curation = Curation.open(store, directory, CLOCK)) {
                assertThat(curation.send(registering).positions()).containsExactly(1L);
                assertThat(store.head()).isEqualTo(1);
            }
        }
    }

    private static List<Map<String, Object>> owners(LedgerStore store) {
        return new JdbcTemplate(store.dataSource())
                .queryForList("select kind, id, owner from lookup_owner union all"
                        + " select id, cast(first_position as varchar), cast(last_position as varchar)"
                        + " from lookup_command order by 1, 2");
    }

    @Test
    void hold_under_a_new_key_when_the_old_one_is_lost() throws Exception {
        try (var store = LedgerStore.open(directory, CLOCK)) {
            var registering = request("c1", register(LIN, ORCID));
            try (var curation = Curation.open(store, directory, CLOCK)) {
                curation.send(registering);
                curation.send(request("c2", register(WANG)));
            }
            Files.delete(directory.resolve("lookup.key"));
            try (var curation = Curation.open(store, directory, CLOCK)) {
                assertThatThrownBy(() -> curation.send(request("c3", new LinkIdentifier(WANG, ORCID, Remarks.NONE))))
                        .isInstanceOf(RuleViolation.class);
                assertThat(curation.send(registering).positions()).containsExactly(1L);
            }
        }
    }

    private static void adopt(BulkCuration bulk, Event event) {
        bulk.adopt(event, null, "kim", "undo-" + event, null, null, null);
    }

    private static Map<String, List<Map<String, Object>>> tables(LedgerStore store) {
        var tables = new TreeMap<String, List<Map<String, Object>>>();
        for (var table : List.of(
                "lookup_owner order by kind, id",
                "lookup_relation order by institution, relation, since",
                "lookup_command order by id",
                "lookup_row order by fingerprint",
                "lookup_head")) {
            tables.put(table, new JdbcTemplate(store.dataSource()).queryForList("select * from " + table));
        }
        return tables;
    }
}
