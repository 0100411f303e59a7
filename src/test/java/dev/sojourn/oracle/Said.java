package dev.sojourn.oracle;

import dev.sojourn.analysis.Composition;
import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.RetentionPoint;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.count.Staleness;
import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.path.Paths;
import dev.sojourn.analysis.survival.Survival;
import java.util.HashMap;
import java.util.Map;

/** Every number of an answer, by its name. */
public final class Said {

    private Said() {}

    /** Of the answer to a question about numbers; of a retention at its end point. */
    public static Map<String, Integer> of(Record answer) {
        if (answer instanceof Composition composition) {
            return of(composition);
        }
        if (answer instanceof Retention retention) {
            return of(retention, retention.end());
        }
        if (answer instanceof Flows flows) {
            return of(flows);
        }
        if (answer instanceof Survival survival) {
            return of(survival);
        }
        if (answer instanceof Paths paths) {
            return of(paths);
        }
        return answer instanceof Moves moves ? of(moves) : of((Roster) answer);
    }

    /** Of one. */
    public static Map<String, Integer> of(Roster answer) {
        var said = of(answer.staleness(), "", "");
        said.put("total", answer.total());
        said.put("whereUnknown", answer.whereUnknown());
        said.put("observed", answer.staleness().confirmed() + answer.staleness().carried());
        return said;
    }

    private static Map<String, Integer> of(Staleness staleness, String before, String after) {
        var said = new HashMap<String, Integer>();
        said.put(before + "confirmed" + after, staleness.confirmed());
        said.put(before + "carried" + after, staleness.carried());
        said.put(before + "unobserved" + after, staleness.unobserved());
        said.put(before + "inactive" + after, staleness.inactive());
        said.put(before + "searched" + after, staleness.searched());
        said.put(before + "unchecked" + after, staleness.unchecked());
        return said;
    }

    /** Of one. */
    public static Map<String, Integer> of(Composition answer) {
        var said = new HashMap<String, Integer>();
        said.put("total", answer.total());
        said.put("known", answer.known());
        said.put("unknown", answer.unknown());
        said.putAll(of(answer.staleness(), "", ""));
        said.put("uncertain", answer.uncertain());
        said.put("qualified", answer.qualified());
        said.put("whereUnknown", answer.whereUnknown());
        answer.cells().forEach(cell -> said.put("cell:" + String.join(",", cell.values()), cell.count()));
        return said;
    }

    /** Of one day of the series. */
    public static Map<String, Integer> of(Retention answer, RetentionPoint point) {
        var said = new HashMap<String, Integer>();
        said.put("base", answer.base());
        said.put("baseUncertain", answer.baseUncertain());
        said.put("whereUnknown", answer.whereUnknown());
        said.put("retained", point.retained().count());
        said.put("sameInstitution", point.sameInstitution());
        said.put("unknown", point.unknown());
        said.putAll(of(point.staleness(), "", ""));
        said.put("uncertain", point.uncertain());
        said.put("qualified", point.qualified());
        said.put("low", point.bounds().low().count());
        said.put("high", point.bounds().high().count());
        for (var to : point.destinations()) {
            said.put("destination:" + to.value(), to.count());
            said.put("moved:" + to.value(), to.moved());
            said.put("reclassified:" + to.value(), to.reclassified());
            said.merge("moved", to.moved(), Integer::sum);
            said.merge("reclassified", to.reclassified(), Integer::sum);
        }
        return said;
    }

    /** Of one. */
    public static Map<String, Integer> of(Flows answer) {
        var said = new HashMap<String, Integer>();
        said.put("total", answer.total());
        said.put("uncertain", answer.uncertain());
        said.putAll(of(answer.staleness(), "", ""));
        said.put("qualified", answer.qualified());
        said.put("whereUnknown", answer.whereUnknown());
        for (var cell : answer.cells()) {
            String pair = cell.from() + ">" + cell.to();
            said.put("cell:" + pair, cell.count());
            said.put("moved:" + pair, cell.moved());
            said.put("reclassified:" + pair, cell.reclassified());
            said.merge("moved", cell.moved(), Integer::sum);
            said.merge("reclassified", cell.reclassified(), Integer::sum);
        }
        for (var value : answer.values()) {
            said.put("stockFrom:" + value.value(), value.stockFrom());
            said.put("stockTo:" + value.value(), value.stockTo());
            said.put("in:" + value.value(), value.in());
            said.put("out:" + value.value(), value.out());
        }
        return said;
    }

    /** Of one. */
    public static Map<String, Integer> of(Survival answer) {
        var said = new HashMap<String, Integer>();
        said.put("base", answer.base());
        said.put("baseUncertain", answer.baseUncertain());
        said.put("whereUnknown", answer.whereUnknown());
        said.put("interval", answer.interval());
        said.putAll(of(answer.end(), "end:", ""));
        for (var risk : answer.table()) {
            said.put("atRisk:" + risk.time(), risk.atRisk());
            said.put("exits:" + risk.time(), risk.gone());
            said.put("ended:" + risk.time(), risk.endedInAll());
            said.put("censored:" + risk.time(), risk.censored());
            said.put("partly:" + risk.time(), risk.partly());
            said.merge("exits", risk.gone(), Integer::sum);
            said.merge("ended", risk.endedInAll(), Integer::sum);
            said.merge("censored", risk.censored(), Integer::sum);
        }
        return said;
    }

    /** Of one. */
    public static Map<String, Integer> of(Paths answer) {
        var said = new HashMap<String, Integer>();
        said.put("total", answer.total());
        said.put("whereUnknown", answer.whereUnknown());
        for (var day : answer.days()) {
            said.put("uncertain:" + day.on(), day.uncertain());
            said.putAll(of(day.staleness(), "", ":" + day.on()));
            said.put("qualified:" + day.on(), day.qualified());
        }
        for (var node : answer.nodes()) {
            said.put("node:" + answer.days().get(node.day()).on() + ":" + text(node), node.count());
        }
        for (var link : answer.links()) {
            var to = answer.nodes().get(link.target());
            String name =
                    answer.days().get(to.day()).on() + ":" + text(answer.nodes().get(link.source())) + ">" + text(to);
            said.put("link:" + name, link.count());
            said.put("moved:" + name, link.moved());
        }
        return said;
    }

    private static String text(Paths.Node node) {
        return String.join(",", node.values());
    }

    /** Of one. */
    public static Map<String, Integer> of(Moves answer) {
        var said = new HashMap<String, Integer>();
        said.put("total", answer.total());
        said.put("base", answer.base());
        said.put("moved", answer.moved());
        said.put("circulated", answer.circulated());
        said.put("circulatedThere", answer.circulatedThere());
        said.put("unknown", answer.unknown());
        said.put("unobserved", answer.unobserved());
        said.put("inactive", answer.inactive());
        said.putAll(of(answer.end(), "end:", ""));
        said.put("moves", answer.moves());
        said.put("reclassified", answer.reclassified());
        said.put("whereUnknown", answer.whereUnknown());
        if (answer.returns() != null) {
            said.put("abroad", answer.returns().abroad());
            said.put("returned", answer.returns().returned());
            said.put("returnedThere", answer.returns().there());
            said.put("originUnknown", answer.returns().originUnknown());
        }
        answer.first().forEach(pair -> said.put("firstMove:" + pair.from() + ">" + pair.to(), pair.count()));
        answer.steps().forEach(pair -> said.put("move:" + pair.from() + ">" + pair.to(), pair.count()));
        answer.years().forEach((year, count) -> said.put("firstMoveYear:" + year, count));
        return said;
    }
}
