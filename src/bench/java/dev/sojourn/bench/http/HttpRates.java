package dev.sojourn.bench.http;

import dev.sojourn.bench.report.Cell;
import dev.sojourn.bench.report.Goal;
import dev.sojourn.bench.report.Row;
import dev.sojourn.bench.report.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * Answers a second over HTTP, of the demonstration's server and of {@link ConstantPage}, in turns, so that what else the
 * machine does meets both alike. On the reference ledger, whatever the size of the other sections: it is the way to the
 * question and back that is measured here.
 */
public final class HttpRates implements Section {
    private static final int[] CLIENTS = {1, 8, 64};
    private static final int ROUNDS = 5;
    private static final double SECONDS = 0.5;
    /** Each; both servers get quicker for longer than that would show in the rows, the larger one for longest. */
    private static final double WARM_UP = 10;

    private static final double GOAL = 0.5;
    private static final int PEOPLE = 675;
    private static final String COHORT = "/api/v1/cohorts/neurips-2019";
    private static final String RETENTION = COHORT + "/retention?held=country:US&from=2019&to=2025&where=origin:CN";

    private boolean measured;

    @Override
    public String name() {
        return "HTTP";
    }

    @Override
    public void measure(int researchers, Consumer<Row> rows) throws IOException, InterruptedException {
        if (measured) {
            return;
        }
        measured = true;
        var data = Files.createTempDirectory("sojourn-bench-http");
        try (var raw = Child.start(ConstantPage.class.getName());
                var server = Child.start(
                        "dev.sojourn.SojournApplication", "demo", "--port", "0", "--data", data.toString())) {
            var constant = new Load(raw.port(), "/constant", "", 200, false);
            var questions = new LinkedHashMap<String, Load>();
            questions.put(
                    "retention with its series, asked for the first time",
                    new Load(server.port(), RETENTION, "", 200, true));
            questions.put("the same, asked before", new Load(server.port(), RETENTION, "", 200, false));
            questions.put(
                    "the same, by whoever has the answer (304)",
                    new Load(server.port(), RETENTION, "If-None-Match: " + tag(server.port()) + "\r\n", 304, false));
            questions.put(
                    "composition by country, asked for the first time",
                    new Load(server.port(), COHORT + "/composition?asOf=2019&by=country", "", 200, true));
            questions.put(
                    "one person", new Load(server.port(), "/api/v1/researchers/n19-" + Client.PERSON, "", 200, true));
            constant.rate(CLIENTS[1], WARM_UP);
            for (var question : questions.values()) {
                question.rate(CLIENTS[1], WARM_UP);
            }
            for (int clients : CLIENTS) {
                for (var question : questions.entrySet()) {
                    rows.accept(row(question.getKey(), clients, constant, question.getValue()));
                }
            }
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static String tag(int port) throws IOException {
        try (var client = new Client(port, RETENTION, "")) {
            return client.ask(0).tag();
        }
    }

    private Row row(String what, int clients, Load constant, Load question) throws IOException, InterruptedException {
        constant.rate(clients, SECONDS);
        question.rate(clients, SECONDS);
        double[] limits = new double[ROUNDS];
        double[] rates = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            limits[round] = constant.rate(clients, SECONDS);
            rates[round] = question.rate(clients, SECONDS);
        }
        double ratio = median(rates) / median(limits);
        var cells = new LinkedHashMap<String, Cell>();
        cells.put("Sojourn", cell(rates));
        cells.put("a constant page", cell(limits));
        return new Row(
                name(),
                what + ", clients: " + clients,
                PEOPLE,
                "answers/s",
                cells,
                Map.of("against the constant page", ratio),
                Goal.atLeast(GOAL, ratio));
    }

    private static Cell cell(double[] rates) {
        return new Cell(median(rates), Arrays.stream(rates).min().orElseThrow(), rates[0], ROUNDS, null);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
