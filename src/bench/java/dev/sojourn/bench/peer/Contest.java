package dev.sojourn.bench.peer;

import dev.sojourn.bench.peer.Contender.Asking;
import dev.sojourn.bench.peer.Limited.TooLong;
import dev.sojourn.bench.report.Cell;
import dev.sojourn.bench.report.Goal;
import dev.sojourn.bench.report.Row;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Puts the questions to all, one after the other, and ends the run if two of them answer differently. */
final class Contest implements AutoCloseable {

    private static final double FILTER_GOAL = 3;
    private static final String BEST = "best peer";
    private static final String TABLE = "year table";

    /** Before anything of an answer was kept from an earlier question; the databases keep pages, never answers. */
    private static final String FIRST = Sojourn.NAME + ", first asked";

    /** Nothing of an answer is kept, but spells are laid out and, of what is known now, the days are. */
    private static final String ANEW = Sojourn.NAME + ", days kept, question new";

    private static final List<String> NO_PEERS = List.of(Sojourn.NAME, ANEW, FIRST, YearTable.NAME);

    private final String section;
    private final int researchers;
    private final List<Contender> contenders;
    private final Vantages vantages;
    private final Limited limited;
    private final Map<Question, Double> ours = new EnumMap<>(Question.class);

    Contest(String section, int researchers, List<Contender> contenders, Vantages vantages, Limited limited) {
        this.section = section;
        this.researchers = researchers;
        this.contenders = contenders;
        this.vantages = vantages;
        this.limited = limited;
    }

    void run(Consumer<Row> rows) throws Exception {
        String chosen = System.getProperty("bench.questions", "");
        for (var question : Question.values()) {
            if (chosen.isEmpty() || Arrays.asList(chosen.split(",", -1)).contains(question.name())) {
                rows.accept(row(question));
            }
        }
    }

    private Row row(Question question) throws Exception {
        boolean micro = question == Question.STATE || question == Question.HISTORY;
        var reference = contenders.get(0).asking(question).orElseThrow();
        var asked = IntStream.range(0, question.vantages())
                .mapToObj(turn -> vantages.of(question, turn))
                .toList();
        var cells = new LinkedHashMap<String, Cell>();
        for (var contender : contenders) {
            var asking = contender.asking(question);
            if (asking.isEmpty()) {
                cells.put(contender.name(), Cell.missing("no such table"));
                continue;
            }
            var took = limited.time(asking.get(), turn -> asked.get(turn % asked.size()));
            cells.put(contender.name(), micro ? took.times(1000) : took);
            if (contender instanceof Sojourn sojourn) {
                cells.put(ANEW, anew(sojourn, question, asked));
                cells.put(FIRST, Cell.of(cells.get(Sojourn.NAME).first()));
            }
            if (took.measured()) {
                compare(question, contender.name(), reference, asking.get(), asked);
            }
        }
        ours.put(question, cells.get(Sojourn.NAME).median());
        return new Row(
                section,
                question.text(),
                researchers,
                micro ? "µs" : "ms",
                cells,
                ratios(cells),
                goal(question, cells));
    }

    private Cell anew(Sojourn sojourn, Question question, List<Map<String, Integer>> asked) throws Exception {
        return question.tabled()
                ? limited.time(sojourn.anew(question), turn -> asked.get(turn % asked.size()))
                : Cell.missing("the same");
    }

    /** At a few vantages, where the question is asked from several. */
    private void compare(
            Question question, String name, Asking reference, Asking asking, List<Map<String, Integer>> asked)
            throws Exception {
        for (var parameters : asked.subList(0, Math.min(question.compared(), asked.size()))) {
            var expected = reference.read(reference.ask(parameters));
            try {
                var found = asking.read(limited.ask(asking, parameters));
                var differences = Answer.differences(expected, found);
                if (!differences.isEmpty()) {
                    throw new IllegalStateException(Sojourn.NAME + " and " + name + " differ on " + question.text()
                            + " (" + parameters + "): " + String.join("; ", differences));
                }
            } catch (TooLong e) {
                System.err.printf("%s was timed and then took too long on: %s%n", name, question.text());
            }
        }
    }

    private static Map<String, Double> ratios(Map<String, Cell> cells) {
        double ours = cells.get(Sojourn.NAME).median();
        var ratios = new LinkedHashMap<String, Double>();
        ratios.put(BEST + " / " + Sojourn.NAME, best(cells) / ours);
        var table = cells.get(YearTable.NAME);
        ratios.put(TABLE + " / " + Sojourn.NAME, table == null ? Double.NaN : table.median() / ours);
        return ratios;
    }

    /** Of those who can answer from any vantage. */
    private static double best(Map<String, Cell> cells) {
        return cells.entrySet().stream()
                .filter(cell -> !NO_PEERS.contains(cell.getKey()))
                .filter(cell -> cell.getValue().measured())
                .mapToDouble(cell -> cell.getValue().median())
                .min()
                .orElse(Double.NaN);
    }

    /** Null for sizes for which none is meant. */
    private Goal goal(Question question, Map<String, Cell> cells) {
        if (researchers < Goal.SIZE) {
            return null;
        }
        double median = cells.get(Sojourn.NAME).median();
        if (question.goal() == 0) {
            return Goal.atMost(FILTER_GOAL, median / ours.getOrDefault(Question.FLOWS_NOW, Double.NaN), "× unfiltered");
        }
        return Goal.atLeast(question.goal(), best(cells) / median);
    }

    @Override
    public void close() {
        limited.close();
    }
}
