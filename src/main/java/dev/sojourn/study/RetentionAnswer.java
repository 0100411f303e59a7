package dev.sojourn.study;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.RetentionPoint;
import dev.sojourn.analysis.Share;
import java.util.Map;
import java.util.TreeMap;

/** Reads the numbers of the end point by the names of the HTTP interface, and {@code destination:VALUE}. */
record RetentionAnswer(Retention retention) implements Answer {

    @Override
    public Measured read(String name) {
        var end = retention.end();
        if (name.startsWith("destination:")) {
            return Measured.share(new Share(gone(name.substring("destination:".length())), retention.base()));
        }
        return switch (name) {
            case "base" -> Measured.count(retention.base());
            case "retained" -> Measured.share(end.retained());
            case "sameInstitution" -> Measured.share(new Share(end.sameInstitution(), retention.base()));
            case "unknown" -> Measured.count(end.unknown());
            case "unobserved" -> Measured.count(end.unobserved());
            case "inactive" -> Measured.count(end.inactive());
            default ->
                throw Answer.nothing(
                        name, "base, retained, sameInstitution, unknown, unobserved, inactive and destination:VALUE");
        };
    }

    @Override
    public Record given() {
        return retention;
    }

    @Override
    public Map<String, Object> counted() {
        var counted = new TreeMap<String, Object>();
        counted.put("from", retention.from().toString());
        counted.put("base", retention.base());
        counted.put("baseUncertain", retention.baseUncertain());
        counted.put("whereUnknown", retention.whereUnknown());
        counted.put(
                "series",
                retention.series().stream().map(RetentionAnswer::counted).toList());
        return counted;
    }

    private static Map<String, Object> counted(RetentionPoint point) {
        var counted = new TreeMap<String, Object>();
        counted.put("on", point.on().toString());
        counted.put("retained", point.retained().count());
        counted.put("sameInstitution", point.sameInstitution());
        counted.put("low", point.bounds().low().count());
        counted.put("high", point.bounds().high().count());
        counted.put("unknown", point.unknown());
        counted.put("unobserved", point.unobserved());
        counted.put("inactive", point.inactive());
        counted.put("uncertain", point.uncertain());
        counted.put("carried", point.staleness().carried());
        counted.put("qualified", point.qualified());
        counted.put(
                "destinations",
                point.destinations().stream()
                        .map(to -> new TreeMap<String, Object>(
                                Map.of("value", to.value(), "moved", to.moved(), "reclassified", to.reclassified())))
                        .toList());
        return counted;
    }

    private int gone(String value) {
        return retention.end().destinations().stream()
                .filter(destination -> destination.value().equals(value))
                .mapToInt(RetentionPoint.Destination::count)
                .sum();
    }
}
