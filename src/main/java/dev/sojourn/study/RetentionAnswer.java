package dev.sojourn.study;

import dev.sojourn.analysis.Retention;
import dev.sojourn.analysis.RetentionPoint;
import dev.sojourn.analysis.Share;

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

    private int gone(String value) {
        return retention.end().destinations().stream()
                .filter(destination -> destination.value().equals(value))
                .mapToInt(RetentionPoint.Destination::count)
                .sum();
    }
}
