package dev.sojourn.study;

import dev.sojourn.analysis.Share;
import dev.sojourn.analysis.move.Moves;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the numbers of people by name, {@code moves}, and {@code firstMove:FROM>TO} and {@code move:FROM>TO}. */
record MovesAnswer(Moves moves) implements Answer {

    private static final String NAMES = "total, base, moved, circulated, circulatedThere, abroad, returned,"
            + " returnedThere, originUnknown, moves, reclassified, firstMove:FROM>TO and move:FROM>TO";

    @Override
    public Measured read(String name) {
        if (name.startsWith("firstMove:")) {
            return Measured.share(new Share(pair(moves.first(), name), moves.base()));
        }
        if (name.startsWith("move:")) {
            return Measured.count(pair(moves.steps(), name));
        }
        return switch (name) {
            case "total" -> Measured.count(moves.total());
            case "base" -> Measured.count(moves.base());
            case "moved" -> Measured.share(new Share(moves.moved(), moves.base()));
            case "circulated" -> Measured.share(new Share(moves.circulated(), moves.base()));
            case "circulatedThere" -> Measured.count(moves.circulatedThere());
            case "moves" -> Measured.count(moves.moves());
            case "reclassified" -> Measured.count(moves.reclassified());
            default -> home(name);
        };
    }

    private Measured home(String name) {
        var home = moves.returns();
        if (home == null) {
            throw Answer.nothing(name, NAMES);
        }
        return switch (name) {
            case "abroad" -> Measured.count(home.abroad());
            case "returned" -> Measured.share(new Share(home.returned(), home.abroad()));
            case "returnedThere" -> Measured.count(home.there());
            case "originUnknown" -> Measured.count(home.originUnknown());
            default -> throw Answer.nothing(name, NAMES);
        };
    }

    private static int pair(List<Moves.Pair> pairs, String name) {
        String wanted = name.substring(name.indexOf(':') + 1);
        return pairs.stream()
                .filter(pair -> wanted.equals(pair.from() + ">" + pair.to()))
                .mapToInt(Moves.Pair::count)
                .sum();
    }

    @Override
    public Record given() {
        return moves;
    }

    @Override
    public Map<String, Object> counted() {
        var counted = new TreeMap<String, Object>();
        counted.put("from", moves.from().toString());
        counted.put("to", moves.to().toString());
        counted.put("total", moves.total());
        counted.put("base", moves.base());
        counted.put("moved", moves.moved());
        counted.put("circulated", moves.circulated());
        counted.put("circulatedThere", moves.circulatedThere());
        counted.put("moves", moves.moves());
        counted.put("reclassified", moves.reclassified());
        counted.put("whereUnknown", moves.whereUnknown());
        if (moves.returns() != null) {
            counted.put("abroad", moves.returns().abroad());
            counted.put("returned", moves.returns().returned());
            counted.put("returnedThere", moves.returns().there());
            counted.put("originUnknown", moves.returns().originUnknown());
        }
        counted.put("firstMoves", pairs(moves.first()));
        counted.put("allMoves", pairs(moves.steps()));
        var years = new TreeMap<String, Object>();
        moves.years().forEach((year, count) -> years.put(year.toString(), count));
        counted.put("firstMoveYears", years);
        return counted;
    }

    private static List<Map<String, Object>> pairs(List<Moves.Pair> pairs) {
        return pairs.stream()
                .map(pair -> Map.<String, Object>of("from", pair.from(), "to", pair.to(), "count", pair.count()))
                .toList();
    }
}
