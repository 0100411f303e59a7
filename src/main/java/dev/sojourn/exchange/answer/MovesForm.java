package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.Share;
import dev.sojourn.analysis.move.Moves;
import dev.sojourn.analysis.question.Filter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to moves. As a table: a row for each pair of values.
 *
 * @param unknown those who are not in the base because their value is not known on the first day
 * @param unobserved those who are not because no spell covers it
 * @param inactive those who are not because their career had ended
 * @param end how fresh what is known of the base on the last day is
 */
public record MovesForm(
        String cohort,
        List<String> where,
        RulesForm rules,
        KnownForm knownAt,
        boolean projected,
        LocalDate from,
        LocalDate to,
        String by,
        int total,
        int base,
        int moved,
        BigDecimal movedShare,
        int circulated,
        int circulatedThere,
        Returns returns,
        int moves,
        int reclassified,
        List<Pair> firstMoves,
        List<Pair> allMoves,
        List<Year> firstMoveYears,
        int whereUnknown,
        int unknown,
        int unobserved,
        int inactive,
        StalenessForm end)
        implements Tabular {

    /** How many moves from one value to another. */
    public record Pair(String from, String to, int count) {
        static List<Pair> of(List<Moves.Pair> pairs) {
            return pairs.stream()
                    .map(pair -> new Pair(pair.from(), pair.to(), pair.count()))
                    .toList();
        }
    }

    /** How many made their first move in a year. */
    public record Year(int year, int count) {}

    /** How many were not at their origin on the first day, how many came home, and how many of those are there at last. */
    public record Returns(int abroad, int returned, BigDecimal share, int there, int originUnknown) {
        static Returns of(Moves.Returns returns) {
            return returns == null
                    ? null
                    : new Returns(
                            returns.abroad(),
                            returns.returned(),
                            ShareForm.of(new Share(returns.returned(), returns.abroad())),
                            returns.there(),
                            returns.originUnknown());
        }
    }

    /** The form of an answer. */
    public static MovesForm of(Moves answer) {
        var asked = answer.asked();
        return new MovesForm(
                asked.cohort().value(),
                asked.where().stream().map(Filter::toString).toList(),
                RulesForm.of(asked.rules()),
                KnownForm.of(asked),
                asked.projected(),
                answer.from(),
                answer.to(),
                answer.by().text(),
                answer.total(),
                answer.base(),
                answer.moved(),
                ShareForm.of(new Share(answer.moved(), answer.base())),
                answer.circulated(),
                answer.circulatedThere(),
                Returns.of(answer.returns()),
                answer.moves(),
                answer.reclassified(),
                Pair.of(answer.first()),
                Pair.of(answer.steps()),
                answer.years().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(year -> new Year(year.getKey(), year.getValue()))
                        .toList(),
                answer.whereUnknown(),
                answer.unknown(),
                answer.unobserved(),
                answer.inactive(),
                StalenessForm.of(answer.to(), answer.end()));
    }

    @Override
    public Map<String, Object> beside() {
        var beside = new LinkedHashMap<String, Object>();
        beside.put("total", total);
        beside.put("base", base);
        beside.put("moved", moved);
        beside.put("circulated", circulated);
        beside.put("circulatedThere", circulatedThere);
        if (returns != null) {
            beside.put("abroad", returns.abroad);
            beside.put("returned", returns.returned);
            beside.put("returnedThere", returns.there);
            beside.put("originUnknown", returns.originUnknown);
        }
        beside.put("moves", moves);
        beside.put("reclassified", reclassified);
        beside.putAll(end.numbers("end:"));
        beside.put("unknown", unknown);
        beside.put("unobserved", unobserved);
        beside.put("inactive", inactive);
        beside.put("whereUnknown", whereUnknown);
        return beside;
    }

    @Override
    public List<String> notes() {
        return List.of(end.words());
    }

    @Override
    public List<String> columns() {
        return List.of("from", "to", "firstMoves", "allMoves");
    }

    @Override
    public List<List<Object>> rows() {
        var first = new HashMap<List<String>, Integer>();
        firstMoves.forEach(pair -> first.put(List.of(pair.from, pair.to), pair.count));
        return Rows.of(
                allMoves,
                pair -> List.of(pair.from, pair.to, first.getOrDefault(List.of(pair.from, pair.to), 0), pair.count));
    }

    @Override
    public int size() {
        return allMoves.size();
    }
}
