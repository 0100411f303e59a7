package dev.sojourn.study.whatif;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.RetentionPoint;
import dev.sojourn.analysis.count.Staleness;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * The numbers of an answer that was counted, by the names that {@link dev.sojourn.analysis.cell.Places} gives them: so that
 * nobody needs to be looked at one by one to know how many there are.
 */
final class Totals {
    private final Map<String, Integer> numbers = new HashMap<>();

    private Totals() {}

    /**
     * Those that are not 0; null of an answer that is itself counted person by person.
     *
     * @param day of a retention, the day of its series
     */
    static Map<String, Integer> of(Record given, LocalDate day) {
        var totals = new Totals();
        if (given instanceof Composition composition) {
            totals.add(composition);
        } else if (given instanceof Retention retention) {
            totals.add(retention, day);
        } else if (given instanceof Flows flows) {
            totals.add(flows);
        } else {
            return null;
        }
        return totals.numbers;
    }

    private void add(Composition answer) {
        add("total", answer.total());
        add("known", answer.known());
        add("unknown", answer.unknown());
        add(answer.staleness());
        add("uncertain", answer.uncertain());
        add("qualified", answer.qualified());
        add("whereUnknown", answer.whereUnknown());
        answer.cells().forEach(cell -> add("cell:" + String.join(",", cell.values()), cell.count()));
    }

    private void add(Retention answer, LocalDate day) {
        add("base", answer.base());
        add("baseUncertain", answer.baseUncertain());
        add("whereUnknown", answer.whereUnknown());
        answer.series().stream().filter(point -> point.on().equals(day)).forEach(this::add);
    }

    private void add(RetentionPoint point) {
        add("retained", point.retained().count());
        add("sameInstitution", point.sameInstitution());
        add("low", point.bounds().low().count());
        add("high", point.bounds().high().count());
        add("unknown", point.unknown());
        add(point.staleness());
        add("uncertain", point.uncertain());
        add("qualified", point.qualified());
        point.destinations().forEach(to -> {
            add("destination:" + to.value(), to.count());
            changed(":" + to.value(), to.moved(), to.reclassified());
        });
    }

    private void add(Flows answer) {
        add("total", answer.total());
        add(answer.staleness());
        add("uncertain", answer.uncertain());
        add("qualified", answer.qualified());
        add("whereUnknown", answer.whereUnknown());
        for (var cell : answer.cells()) {
            String pair = cell.from() + ">" + cell.to();
            add("cell:" + pair, cell.count());
            changed(":" + pair, cell.moved(), cell.reclassified());
            add("stockFrom:" + cell.from(), cell.count());
            add("stockTo:" + cell.to(), cell.count());
            if (!cell.from().equals(cell.to())) {
                add("in:" + cell.to(), cell.count());
                add("out:" + cell.from(), cell.count());
            }
        }
    }

    private void changed(String of, int moved, int reclassified) {
        add("moved", moved);
        add("moved" + of, moved);
        add("reclassified", reclassified);
        add("reclassified" + of, reclassified);
    }

    private void add(Staleness staleness) {
        add("confirmed", staleness.confirmed());
        add("carried", staleness.carried());
        add("unobserved", staleness.unobserved());
        add("inactive", staleness.inactive());
        add("searched", staleness.searched());
        add("unchecked", staleness.unchecked());
    }

    private void add(String number, int count) {
        if (count > 0) {
            numbers.merge(number, count, Integer::sum);
        }
    }
}
