package dev.sojourn.exchange.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.value.ResearcherId;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A large table as CSV")
class UnmadeTablesTest {
    /** Some megabytes as CSV; what is written at a time is some thousand characters. */
    private static final int MANY = 100_000;

    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    /** One item many times over, and how many of them were asked for. */
    private static final class Counted<T> extends AbstractList<T> implements RandomAccess {
        private final T item;
        private int asked;

        Counted(T item) {
            this.item = item;
        }

        @Override
        public T get(int at) {
            asked++;
            return item;
        }

        @Override
        public int size() {
            return MANY;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    <T> void is_begun_to_be_written_before_all_of_its_rows_are_made(
            String what, T item, Function<List<T>, Tabular> table) throws IOException {
        var items = new Counted<>(item);
        var first = new FirstPart(items);

        AnswerCsv.write(table.apply(items), first);

        assertThat(first.asked).as("rows made when the first were written").isBetween(1, MANY / 10);
        assertThat(items.asked).as("rows in all").isEqualTo(MANY);
    }

    private static final class FirstPart extends Writer {
        private final Counted<?> items;
        private int asked = -1;

        FirstPart(Counted<?> items) {
            this.items = items;
        }

        @Override
        public void write(char[] text, int begin, int count) {
            asked = asked < 0 ? items.asked : asked;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                table("flows", new FlowsForm.Cell("US", "CN", 3, 2, 1), UnmadeTablesTest::flows),
                table("yearly flows", new FlowsForm.Cell("US", "CN", 3, 2, 1), UnmadeTablesTest::yearly),
                table("paths", new PathsForm.Link(0, 1, 3, 2), UnmadeTablesTest::paths),
                table("moves", new MovesForm.Pair("US", "CN", 3), UnmadeTablesTest::moves),
                table("states", member(), UnmadeTablesTest::states),
                table(
                        "records",
                        new KnownForm(1, "2020-01-01T00:00:00.000Z"),
                        items -> RecordTable.of(KnownForm.class, items)));
    }

    private static <T> Arguments table(String what, T item, Function<List<T>, Tabular> table) {
        return Arguments.of(what, item, table);
    }

    private static Tabular flows(List<FlowsForm.Cell> cells) {
        return new FlowsForm(
                "all", List.of(), null, null, false, DAY, DAY, "country", 3, cells, List.of(), 0, 0, 0, 0, 0, 0, 0, 0,
                0);
    }

    /** A year before with a row of its own. */
    private static Tabular yearly(List<FlowsForm.Cell> cells) {
        var years = Stream.of(List.of(new FlowsForm.Cell("CN", "CN", 1, 0, 0)), cells)
                .map(of -> new YearlyForm.Year(DAY, DAY, of, List.of(), 0, 0, 0, 0, 0, 0, 0, 0))
                .toList();
        return new YearlyForm("all", List.of(), null, null, false, DAY, DAY, "country", 3, years, 0);
    }

    private static Tabular paths(List<PathsForm.Link> links) {
        var nodes = List.of(new PathsForm.Node(0, DAY, List.of("US"), 3), new PathsForm.Node(1, DAY, List.of("CN"), 3));
        return new PathsForm("all", List.of(), null, null, false, List.of("country"), 3, 0, List.of(), nodes, links);
    }

    private static Tabular moves(List<MovesForm.Pair> pairs) {
        return new MovesForm(
                "all",
                List.of(),
                null,
                null,
                false,
                DAY,
                DAY,
                "country",
                3,
                3,
                3,
                null,
                0,
                0,
                null,
                3,
                0,
                List.of(),
                pairs,
                List.of(),
                0,
                0,
                0,
                0,
                new StalenessForm(DAY, 0, 0, 0, 0, 0, 0));
    }

    private static StateForm.Member member() {
        return new StateForm.Member(
                new ResearcherId("ada"),
                null,
                false,
                "unobserved",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                false);
    }

    private static Tabular states(List<StateForm.Member> members) {
        return new StateForm("all", List.of(), null, null, false, DAY, 3, 0, 0, 0, 0, 0, 0, 0, members, null);
    }
}
