package dev.sojourn.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.Recorded;
import dev.sojourn.projection.Comparison;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Pending;
import dev.sojourn.store.saved.SnapshotFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** Of random histories, whose timelines are saved as of a random position while they know of later events. */
@Label("A timeline read from a snapshot, and the events after it")
class SnapshotAgreementTest {

    private static final Rules RULES = Rules.standard(new RegionMap("none", Map.of()));

    @Provide
    Arbitrary<EventList> histories() {
        return Histories.any();
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void equal_the_timeline_that_was_saved_and_one_built_of_all_events(
            @ForAll("histories") EventList events, @ForAll int anywhere) throws IOException {
        var folder = Files.createTempDirectory("snapshot");
        try (var store = LedgerStore.open(folder, Clock.systemUTC())) {
            record(store, events.all());
            var live = Follower.of(store).timeline();
            long position = Math.floorMod(anywhere, events.head() + 1);
            var file = new SnapshotFile(Timeline.SNAPSHOT, folder, store);
            file.write(position, () -> false, out -> live.save(out, (int) position));

            var read = file.read(in -> Timeline.load(in, Follower.history(store)));
            assertThat(read.position()).isEqualTo(position);
            compare(live, read, position);
            store.readNames(position, store.head(), read::on);

            for (long later = 0; later <= events.head(); later++) {
                compare(live, read, later);
                assertThat(read.at(later).concernedSince(read.at(later / 2)))
                        .isEqualTo(live.at(later).concernedSince(live.at(later / 2)));
            }
            compare(events.timeline(events.head()), read, events.head());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static void record(LedgerStore store, List<Recorded> events) {
        var pending = events.stream().map(SnapshotAgreementTest::pending).toList();
        new TransactionTemplate(store.writes()).executeWithoutResult(running -> store.append(pending));
    }

    private static Pending pending(Recorded recorded) {
        var header = recorded.header();
        return new Pending(
                recorded.event(),
                header.sequence(),
                header.recorded(),
                header.actor(),
                header.commandId(),
                null,
                null,
                null);
    }

    private static void compare(Timeline one, Timeline other, long position) {
        var here = one.at(position);
        var there = other.at(position);
        assertThat(new Comparison(here, there).first()).as("at %s", position).isEmpty();
        for (var day : List.of(LocalDate.parse("2019-12-31"), LocalDate.parse("2021-06-30"))) {
            for (String where : List.of("country:US", "founder:true", "sector:UNIVERSITY")) {
                assertThat(composition(there, day, where))
                        .as("at %s on %s where %s", position, day, where)
                        .isEqualTo(composition(here, day, where));
            }
        }
    }

    private static Composition composition(View view, LocalDate day, String where) {
        var population = new Population(View.EVERYONE, List.of(Filter.parse(where)), RULES);
        return Composition.of(view, new Composition.Question(population, day, List.of(Attribute.COUNTRY)));
    }
}
