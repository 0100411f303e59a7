package dev.sojourn.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.exchange.ImportReport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.springframework.util.FileSystemUtils;

/** Random valid histories of beliefs about a few spells of three people at three institutions. */
class RandomPackagesTest {

    private static final String HEADER =
            "seq,op,spell_id,person_id,institution_id,role,start,end,source,recorded_at,note";

    /** One belief: about which spell, and what; whether it is a retraction is decided by {@code drop}. */
    private record Belief(int spell, int person, int institution, int start, int length, boolean drop) {}

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void any_valid_history_imports_row_by_row_and_changes_nothing_the_second_time(
            @ForAll("histories") List<Belief> history) throws IOException {
        var rows = new ArrayList<String>(List.of(HEADER));
        Set<Integer> believed = new HashSet<>();
        for (var belief : history) {
            rows.add(row(rows.size(), belief, believed));
        }
        var temporary = Files.createTempDirectory("random-package");
        try (var ledger = new TestLedger(temporary.resolve("ledger"))) {
            var source = TestPackage.good()
                    .with("institutions.csv", "institution_id,name,country,sector", "i0,A,US,", "i1,B,CN,", "i2,C,,")
                    .with("people.csv", "person_id,name", "p0,A", "p1,B", "p2,C")
                    .with("assertions.csv", rows.toArray(String[]::new))
                    .folder(temporary);
            var options = ImportOptions.strict("tester").keepingRecordedTime();

            var first = ledger.run(source, options);
            var told = ledger.toldWithTime();
            var second = ledger.run(source, options);

            assertThat(first.outcome()).isEqualTo(Outcome.IMPORTED);
            assertThat(first.error()).isZero();
            assertThat(first.create() + first.change()).isEqualTo(6L + history.size());
            assertThat(second.eventCount()).isZero();
            assertThat(second.same()).isEqualTo(6L + history.size());
            assertThat(ledger.toldWithTime()).isEqualTo(told);
        } finally {
            FileSystemUtils.deleteRecursively(temporary);
        }
    }

    private static String row(int seq, Belief belief, Set<Integer> believed) {
        String op = "assert";
        if (believed.contains(belief.spell())) {
            op = belief.drop() ? "retract" : "revise";
        }
        if (op.equals("retract")) {
            believed.remove(belief.spell());
        } else {
            believed.add(belief.spell());
        }
        String end = belief.length() < 0 ? "" : Integer.toString(belief.start() + belief.length());
        return String.format(
                "%d,%s,s%d,p%d,i%d,Researcher,%d,%s,,2020-01-01T00:00:%02dZ,row %d",
                seq, op, belief.spell(), belief.person(), belief.institution(), belief.start(), end, seq, seq);
    }

    @Provide
    Arbitrary<List<Belief>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(2000, 2010),
                        Arbitraries.integers().between(-3, 5),
                        Arbitraries.of(true, false, false))
                .as(Belief::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20);
    }
}
