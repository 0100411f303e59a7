package dev.sojourn.bench.peer;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import java.util.List;

/** Sojourn's answers in the form in which they are compared. */
final class Told {

    private Told() {}

    static Answer retention(Retention retention) {
        var end = retention.end();
        var answer = new Answer()
                .count("base", retention.base())
                .count("US", end.retained().count())
                .count("unobserved", end.unobserved())
                .count("unknown", end.unknown());
        end.destinations().forEach(place -> answer.count(place.value(), place.count()));
        return answer;
    }

    static Answer flows(Flows flows) {
        var answer = new Answer();
        flows.cells().forEach(cell -> answer.count(cell.from() + ">" + cell.to(), cell.count()));
        return answer;
    }

    static Answer yearly(List<Flows> years) {
        var answer = new Answer();
        for (var flows : years) {
            flows.cells()
                    .forEach(cell ->
                            answer.count(flows.from().getYear() + " " + cell.from() + ">" + cell.to(), cell.count()));
        }
        return answer;
    }

    static Answer origins(Composition composition) {
        var answer = new Answer().count("unobserved", composition.unobserved()).count("unknown", composition.unknown());
        composition.cells().forEach(cell -> answer.count(String.join(" ", cell.values()), cell.count()));
        return answer;
    }
}
