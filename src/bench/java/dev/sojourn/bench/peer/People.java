package dev.sojourn.bench.peer;

import dev.sojourn.projection.Timeline;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Country;
import java.time.LocalDate;
import java.util.Map;

/** Questions about one person, found by id. */
final class People {

    /** Where somebody is. */
    record State(String institution, int country, int start) {}

    /** A version of a spell. */
    record Told(String institution, int start, int end, int from, int to) {}

    private final Timeline timeline;
    private final Facts facts;

    People(Timeline timeline, Facts facts) {
        this.timeline = timeline;
        this.facts = facts;
    }

    /** Where somebody is at the end of the question; null where no spell covers the day. */
    State state(Map<String, Integer> at) {
        var view = timeline.now();
        int day = at.get("to");
        int row = view.states().deciding(person(view, at), day);
        if (row < 0) {
            return null;
        }
        var institution =
                view.institutions(LocalDate.ofEpochDay(day)).state(view.spells().institution(row));
        return new State(
                view.institution(institution.institution()).value(),
                institution.country(),
                view.spells().startDay(row));
    }

    /** All that was ever believed of somebody. */
    Told[] history(Map<String, Integer> at) {
        var view = timeline.now();
        var spells = view.spells();
        int[] rows = spells.everOf(person(view, at));
        var history = new Told[rows.length];
        for (int told = 0; told < rows.length; told++) {
            int row = rows[told];
            history[told] = new Told(
                    spells.institutionId(row).value(),
                    spells.startDay(row),
                    spells.endDay(row),
                    spells.believedFrom(row),
                    spells.believedTo(row));
        }
        return history;
    }

    private int person(View view, Map<String, Integer> at) {
        return view.find(facts.researcher(at.get("person")));
    }

    static Answer read(State state) {
        return state == null ? new Answer() : state(state.institution, Country.code(state.country), state.start);
    }

    static Answer read(Told[] history) {
        var answer = new Answer();
        for (var told : history) {
            version(answer, told.institution, told.start, told.end, told.from, told.to);
        }
        return answer;
    }

    static Answer state(String institution, String country, int start) {
        return new Answer()
                .fact("institution", institution)
                .fact("country", country)
                .fact("start", start);
    }

    static void version(Answer answer, String institution, int start, int end, int from, int to) {
        answer.fact("known from " + from, institution + " " + start + " " + Math.min(end, Facts.NO_END) + " " + to);
    }
}
