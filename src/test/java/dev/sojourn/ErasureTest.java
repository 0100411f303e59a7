package dev.sojourn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sojourn.command.CohortCommand.AddMembers;
import dev.sojourn.command.CohortCommand.DefineCohort;
import dev.sojourn.command.Command;
import dev.sojourn.command.IdentityCommand.ChangeNames;
import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.IdentityCommand.MergeResearchers;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.Request;
import dev.sojourn.command.ResearcherCommand.UndoResearcherEvent;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.copy.LedgerBackup;
import dev.sojourn.exchange.copy.LedgerExport;
import dev.sojourn.exchange.copy.LedgerRestore;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.time.PartialDate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Erases eve, of whom everything that can be said is said, with canaries in it. */
@DisplayName("Erasing a person")
class ErasureTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final ResearcherId EVE = new ResearcherId("r-5");
    private static final List<String> CANARIES = List.of(
            "Canaryfirst",
            "金絲雀金絲雀",
            "Canarylater",
            "canary-dblp",
            "canary-title",
            "canary-reason",
            "canary.example",
            "canary-page",
            "canary-quote",
            "canary-note",
            "canary-in-cohort");

    @TempDir
    Path temp;

    private Path data;
    private LedgerStore store;
    private Curation curation;
    private int commands;

    @BeforeEach
    void record() throws IOException {
        data = temp.resolve("data");
        SmallLedger.in(data);
        open();
        var names = new LinkedHashMap<String, String>();
        names.put("Latn", "Eve Canaryfirst");
        names.put("Hant", "金絲雀金絲雀");
        var evidence = new Evidence(
                "https://canary.example/eve",
                "canary-page",
                null,
                "canary-quote",
                Evidence.Kind.HOMEPAGE,
                LocalDate.parse("2025-01-01"));
        var notes = Map.of("column", "canary-note");
        send(new RegisterResearcher(
                EVE,
                new Names(names),
                List.of(new Identifier("dblp", "canary-dblp")),
                new Remarks("canary-reason", List.of(evidence), notes)));
        send(new ChangeNames(EVE, Names.of("Eve Canarylater"), Remarks.NONE));
        send(new RecordAffiliation(
                EVE,
                new SpellId("s-5"),
                Claim.of(new InstitutionId("cn-company"), Role.OTHER, PartialDate.parse("2018"), null),
                null,
                new Titled("canary-title", "canary-reason", List.of(evidence), notes)));
        send(new AddMembers(new CohortId("three"), List.of(EVE), new Remarks("canary-in-cohort", List.of(), notes)));
    }

    @AfterEach
    void close() {
        curation.close();
        store.close();
    }

    @Test
    void leaves_nothing_readable_in_any_file_and_changes_nothing_that_is_counted() throws IOException {
        var live = Follower.of(store, data, 1);
        live.close(); // which leaves a snapshot of the read model
        assertThat(Timeline.SNAPSHOT.in(data)).exists();
        Canaries.notIn(data, CANARIES);
        var before = live.timeline().now();
        String counted = counted(before);
        String key = keyLine("researcher:r-5");
        var head = store.chainHead();

        erase();

        assertThat(Timeline.SNAPSHOT.in(data)).doesNotExist();
        live.close();
        Canaries.notIn(data, CANARIES);
        Canaries.notIn(data, List.of(key));
        assertThat(store.verify(head, position -> {}).passed()).isTrue();
        reads_erased(Follower.of(store).timeline().now(), counted);
        try (var out = Files.newBufferedWriter(temp.resolve("export.jsonl"))) {
            LedgerExport.write(store, out, Progress.NONE);
        }
        LedgerBackup.write(store, data, temp.resolve("backup"), true, zip -> {});
        close();
        Canaries.notIn(temp, CANARIES);
        Canaries.notIn(temp, List.of(key));
        open();
        reads_erased(Follower.of(store).timeline().now(), counted);

        var restored = temp.resolve("restored");
        new LedgerRestore(store.chainHead(), data, CLOCK, Progress.NONE).export(temp.resolve("export.jsonl"), restored);
        try (var again = LedgerStore.open(restored, CLOCK)) {
            assertThat(again.keyTrouble()).isEmpty();
            reads_erased(Follower.of(again).timeline().now(), counted);
        }
    }

    @Test
    void is_seen_at_once_in_the_read_model_that_runs_at_every_position() throws InterruptedException {
        var timeline = Follower.of(store).timeline();
        var past = timeline.now();
        String counted = counted(past);
        erase();
        assertThat(timeline.await(store.head(), java.time.Duration.ofSeconds(30)))
                .isTrue();
        reads_erased(timeline.now(), counted);
        reads_erased(past, counted);
    }

    @Test
    void empties_what_is_told_of_the_person_and_of_nobody_else_and_keeps_the_reason() {
        long position = erase();
        for (var recorded : store.ofSubject(EVE, position - 1)) {
            assertThat(recorded.event().personal().reason()).isNull();
            assertThat(recorded.event().personal().notes()).isEmpty();
        }
        assertThat(store.at(18).erased()).isTrue();
        assertThat(store.at(21).event().personal()).isEqualTo(Remarks.NONE); // what the cohort said of eve alone
        assertThat(store.at(21).erased()).isTrue();
        assertThat(store.at(position).event().personal().reason()).isEqualTo("request 17");
        assertThat(store.at(4).erased()).isFalse();
        assertThat(store.at(4).event().toString()).contains("ada test");
    }

    @Test
    void is_refused_without_a_reason_or_with_one_that_names_the_person() {
        refused(Rule.REASON_REQUIRED, new ErasePerson(EVE, Remarks.NONE));
        for (String reason :
                List.of("asked by CANARYFIRST", "wrote 金絲雀金絲雀", "canarylater, by mail", "see dblp canary-dblp")) {
            refused(Rule.REASON_NAMES_PERSON, new ErasePerson(EVE, Remarks.because(reason)));
        }
        assertThat(store.at(18).erased()).isFalse();
    }

    @Test
    void forbids_to_record_anything_more_of_the_person() {
        erase();
        refused(Rule.RESEARCHER_ERASED, new ChangeNames(EVE, Names.of("Anybody"), Remarks.NONE));
        refused(Rule.RESEARCHER_ERASED, new ErasePerson(EVE, Remarks.because("once more")));
        send(new DefineCohort(new CohortId("new"), "New", null, 2026, null, null, Remarks.NONE));
        refused(Rule.RESEARCHER_ERASED, new AddMembers(new CohortId("new"), List.of(EVE), Remarks.NONE));
    }

    @Test
    void of_one_whom_others_count_as_needs_them_erased_first_and_none_can_be_taken_back() {
        var twin = new ResearcherId("r-7");
        send(new RegisterResearcher(twin, Names.of("Twin Canaryfirst"), List.of(), Remarks.NONE));
        send(new MergeResearchers(twin, EVE, Remarks.because("same person")));
        refused(Rule.MERGED_NOT_ERASED, new ErasePerson(EVE, Remarks.because("request 17")));
        send(new ErasePerson(twin, Remarks.because("request 17")));
        long sequence = store.at(erase()).header().sequence();
        var undo = new UndoResearcherEvent(EVE, sequence, Remarks.because("a mistake"));
        refused(Rule.RESEARCHER_ERASED, undo);
        assertThat(store.at(22).erased()).isTrue();
    }

    @Test
    void keeps_the_identifiers_from_coming_back_also_under_a_new_key_of_the_lookups() throws IOException {
        erase();
        var again = new Identifier("dblp", "Canary-DBLP");
        var other = new RegisterResearcher(new ResearcherId("r-6"), Names.of("A B"), List.of(again), Remarks.NONE);
        refused(Rule.PERSON_SUPPRESSED, other);
        refused(Rule.PERSON_SUPPRESSED, new LinkIdentifier(new ResearcherId("ada"), again, Remarks.NONE));
        close();
        Files.delete(data.resolve("lookup.key"));
        open();
        refused(Rule.PERSON_SUPPRESSED, other);
        try (var session = curation.bulk()) {
            assertThat(session.suppressed(Names.of("canaryFIRST, Eve"))).isTrue();
            assertThat(session.suppressed(Names.of("Eve Other"))).isFalse();
        }
    }

    @Test
    void repeated_under_its_command_id_answers_the_same_and_tried_dry_does_nothing() {
        var request = Request.of(new ErasePerson(EVE, Remarks.because("request 17")), "admin", "c-erase");
        long head = store.head();
        assertThat(curation.dryRun(request).positions()).isEmpty();
        assertThat(store.at(18).erased()).isFalse();
        long position = curation.send(request).position();
        assertThat(position).isEqualTo(head + 1);
        assertThat(curation.send(request).position()).isEqualTo(position);
        assertThat(store.head()).isEqualTo(position);
    }

    private static void reads_erased(View view, String counted) {
        int eve = view.find(EVE);
        assertThat(view.names(eve)).isNull();
        assertThat(view.identifiers(eve)).isEmpty();
        assertThat(view.erased(eve)).isTrue();
        assertThat(view.names(view.find(new ResearcherId("ada")))).isEqualTo(Names.of("ada test"));
        assertThat(counted(view)).isEqualTo(counted);
    }

    /** Who is in the cohort, and where everybody's spells are. */
    private static String counted(View view) {
        var text = new StringBuilder();
        for (int researcher : view.members(new CohortId("three")).orElseThrow()) {
            text.append(view.researcher(researcher));
            Arrays.stream(view.spells().of(researcher)).forEach(row -> text.append(' ')
                    .append(view.spells().institutionId(row))
                    .append(view.spells().start(row)));
            text.append('\n');
        }
        return text.toString();
    }

    private String keyLine(String owner) throws IOException {
        return Files.readAllLines(data.resolve("personal.keys")).stream()
                .filter(line -> line.startsWith(owner + "\t"))
                .findFirst()
                .orElseThrow()
                .substring(owner.length() + 1);
    }

    private long erase() {
        return send(new ErasePerson(EVE, Remarks.because("request 17")));
    }

    private void refused(Rule rule, Command command) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> send(command))
                .matches(refusal -> refusal.rule() == rule, rule.toString())
                .satisfies(refusal -> assertThat(CANARIES).noneMatch(refusal.detail()::contains));
    }

    private long send(Command command) {
        return curation.send(Request.of(command, "admin", "test-" + commands++)).position();
    }

    private void open() {
        store = LedgerStore.open(data, CLOCK);
        curation = Curation.open(store, data, CLOCK);
    }
}
