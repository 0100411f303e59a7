package dev.sojourn.bench;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Country;
import dev.sojourn.time.Vantage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.Stream;

/**
 * Medians of the timeline's answers on the reference set, beside {@link Loops} in the same run:
 * {@code Kernels [researchers] [tries]}. Where both answer a question their numbers are compared first, and a difference
 * ends the run.
 */
public final class Kernels {

    private static final RegionMap REGIONS =
            new RegionMap("bench", Map.of("europe", List.of(new CountryCode("FR"), new CountryCode("DE"))));
    private static final LocalDate Y2019 = Vantage.day("2019");
    private static final LocalDate Y2025 = Vantage.day("2025");
    private static final Instant EARLY = Instant.parse("2021-01-01T00:00:00Z");

    private static final boolean CPU = Boolean.getBoolean("bench.cpu");
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int tries;
    private final Timeline timeline = new Timeline(History.NONE);
    private final Loops loops = new Loops();
    private int consumed;

    private Kernels(int tries) {
        this.tries = tries;
    }

    public static void main(String[] args) {
        int researchers = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        new Kernels(args.length > 1 ? Integer.parseInt(args[1]) : 21).run(researchers);
    }

    private void run(int researchers) {
        var set = new ReferenceSet(researchers, 42);
        set.events(loops);
        loops.layOut();
        long base = used();
        long began = clock();
        set.events(timeline::on);
        long took = clock() - began;
        long versions = timeline.now().spells().ever();
        System.out.printf(
                Locale.ROOT,
                "%,d researchers, %,d spell versions, %,d events: %.2f us an event (generating it included), %.1f bytes a"
                        + " version%n",
                researchers,
                versions,
                timeline.position(),
                took / 1e3 / timeline.position(),
                (used() - base) / (double) versions);
        agree();
        questions();
        System.out.printf(
                Locale.ROOT,
                "%.1f bytes a version with what the questions left%n",
                (used() - base) / (double) versions);
        timeline.footprint()
                .forEach((part, bytes) -> System.out.printf(
                        Locale.ROOT, "  %-28s %6.1f bytes a version%n", part, bytes / (double) versions));
        System.out.println(consumed == 0 ? " " : "");
    }

    private void questions() {
        var now = timeline.now();
        int head = (int) timeline.position();
        int early = (int) timeline.positionAt(EARLY);
        System.out.printf(
                Locale.ROOT,
                "%-44s %12s %12s %12s %12s %8s%n",
                "microseconds",
                "timeline",
                "(least)",
                "loops",
                "(least)",
                "ratio");
        row("retention 2019-2025, now", () -> retention(timeline.now(), "origin:CN"), () -> loopsRetention(head));
        row("retention without filter, now", () -> retention(timeline.now()), null);
        row(
                "retention, three filters, now",
                () -> retention(timeline.now(), "origin:CN", "sector:UNIVERSITY", "role:!PHD_STUDENT"),
                null);
        row(
                "retention, known 2021-01-01",
                () -> retention(timeline.at(early), "origin:CN"),
                () -> loopsRetention(early));
        row("flows by country, now", () -> flows(now, "2019", "2025"), () -> loopsFlows(head));
        row(
                "flows by country, known 2021-01-01",
                () -> flows(timeline.at(early), "2019", "2025"),
                () -> loopsFlows(early));
        row(
                "flows, any day, known 2023-07-01",
                () -> flows(
                        timeline.at(timeline.positionAt(Instant.parse("2023-07-01T00:00:00Z"))),
                        "2018-12-31",
                        "2024-12-31"),
                () -> loopsFlows((int) timeline.positionAt(Instant.parse("2023-07-01T00:00:00Z"))));
        row("flows between 30 Junes, now", () -> flows(timeline.now(), "2019-06-30", "2025-06-30"), null);
        row(
                "flows between 30 Junes, known 2023-07-01",
                () -> flows(
                        timeline.at(timeline.positionAt(Instant.parse("2023-07-01T00:00:00Z"))),
                        "2019-06-30",
                        "2024-06-30"),
                null);
        row("flows by institution, now", () -> flows(timeline.now(), Attribute.INSTITUTION), null);
        row(
                "flows by sector, where country:US, now",
                () -> flows(timeline.now(), Attribute.SECTOR, "country:US"),
                null);
        row("25 yearly flow matrices, now", () -> yearly(timeline.now()), () -> loopsYears(head));
        row("composition by country 2019, now", () -> composition(timeline.now(), Attribute.COUNTRY), null);
        row(
                "origin by country 2019, now",
                () -> composition(timeline.now(), Attribute.ORIGIN, Attribute.COUNTRY),
                null);
        row(
                "composition by region, sector, role, now",
                () -> composition(timeline.now(), Attribute.REGION, Attribute.SECTOR, Attribute.ROLE),
                null);
        row("composition by parent, now", () -> composition(timeline.now(), Attribute.PARENT), null);
        row(
                "composition by site, group filter, now",
                () -> Composition.of(
                                timeline.now(),
                                new Composition.Question(everyone("group:seven"), Y2019, List.of(Attribute.SITE)))
                        .total(),
                null);
        int person = now.members(View.EVERYONE).orElseThrow()[researcherInTheMiddle()];
        row("one person's state, now", () -> now.states().deciding(person, (int) Y2019.toEpochDay()), null);
        row("one person's spells, now", () -> now.states().spells(person).length, null);
    }

    private int researcherInTheMiddle() {
        return timeline.now().members(View.EVERYONE).orElseThrow().length / 2;
    }

    private void row(String question, IntSupplier ours, IntSupplier naive) {
        double[] mine = measure(ours);
        if (naive == null) {
            System.out.printf(Locale.ROOT, "%-44s %,12.1f %,12.1f%n", question, mine[0], mine[1]);
        } else {
            double[] theirs = measure(naive);
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %,12.1f %,12.1f %,12.1f %,12.1f %8.1f%n",
                    question,
                    mine[0],
                    mine[1],
                    theirs[0],
                    theirs[1],
                    theirs[0] / mine[0]);
        }
    }

    /** Microseconds: the median, and the least, which tells more on a machine that is not idle. */
    private double[] measure(IntSupplier work) {
        double[] took = new double[tries];
        int calls = 1;
        for (int turn = -tries; turn < tries; turn++) {
            long began = clock();
            for (int call = 0; call < calls; call++) {
                consumed += work.getAsInt();
            }
            long nanos = (clock() - began) / calls;
            calls = (int) Math.max(1, Math.min(10_000, 2_000_000 / Math.max(1, nanos)));
            if (turn >= 0) {
                took[turn] = nanos / 1e3;
            }
        }
        Arrays.sort(took);
        return new double[] {took[tries / 2], took[0]};
    }

    /**
     * Nanoseconds: of the wall clock, or with {@code -Dbench.cpu=true} those this thread was given, which are to be
     * relied on when the machine is busy (with {@code -Djava.util.concurrent.ForkJoinPool.common.parallelism=0}, so that
     * no other thread helps).
     */
    private static long clock() {
        return CPU ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    private void agree() {
        for (long position : List.of(timeline.position(), timeline.positionAt(EARLY))) {
            var retention = retentionAnswer(timeline.at(position), "origin:CN");
            int[] counted = loops.retention(Country.number("CN"), Country.number("US"), Y2019, Y2025, (int) position);
            check(
                    counted[0] == retention.base()
                            && counted[1] == retention.end().retained().count(),
                    "retention " + Arrays.toString(counted) + " and " + retention.base());
            int[][] pairs = loops.flows(Y2019, Y2025, (int) position);
            for (var cell : flowsAnswer(timeline.at(position), "2019", "2025", Attribute.COUNTRY)
                    .cells()) {
                check(pairs[number(cell.from())][number(cell.to())] == cell.count(), cell.toString());
            }
        }
        System.out.println("the answers of both agree");
    }

    private static int number(String country) {
        return country.equals("unobserved") ? Country.COUNT : Country.number(country);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("the answers differ: " + what);
        }
    }

    private static Population everyone(String... where) {
        return new Population(View.EVERYONE, Stream.of(where).map(Filter::parse).toList(), Rules.standard(REGIONS));
    }

    private static Retention retentionAnswer(View view, String... where) {
        return Retention.of(view, new Retention.Question(everyone(where), Filter.parse("country:US"), Y2019, Y2025));
    }

    private static int retention(View view, String... where) {
        return retentionAnswer(view, where).base();
    }

    private static Flows flowsAnswer(View view, String from, String to, Attribute by, String... where) {
        return Flows.of(view, new Flows.Question(everyone(where), Vantage.day(from), Vantage.day(to), by));
    }

    private static int flows(View view, String from, String to) {
        return flowsAnswer(view, from, to, Attribute.COUNTRY).cells().size();
    }

    private static int flows(View view, Attribute by, String... where) {
        return flowsAnswer(view, "2019", "2025", by, where).cells().size();
    }

    private static int yearly(View view) {
        return Flows.yearly(view, new Flows.Question(everyone(), Vantage.day("2000"), Y2025, Attribute.COUNTRY))
                .size();
    }

    private static int composition(View view, Attribute... by) {
        return Composition.of(view, new Composition.Question(everyone(), Y2019, List.of(by)))
                .total();
    }

    private int loopsRetention(int position) {
        return loops.retention(Country.number("CN"), Country.number("US"), Y2019, Y2025, position)[0];
    }

    private int loopsFlows(int position) {
        return loops.flows(Y2019, Y2025, position)[0][0];
    }

    private int loopsYears(int position) {
        int sum = 0;
        for (int year = 2000; year < 2025; year++) {
            sum += loops.flows(Vantage.day("" + year), Vantage.day("" + (year + 1)), position)[0][0];
        }
        return sum;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
