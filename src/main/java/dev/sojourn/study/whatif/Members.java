package dev.sojourn.study.whatif;

import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.cell.Place;
import dev.sojourn.event.value.ResearcherId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whose state would be another one: where an answer tells people's states, numbers alone would hide most changes. */
final class Members {

    private Members() {}

    /** Those who differ, by id, each with what differs. */
    static List<Foreseen.Person> changed(Roster before, Roster after) {
        var one = told(before);
        var other = told(after);
        var ids = new TreeSet<>(one.keySet());
        ids.addAll(other.keySet());
        var changes = new ArrayList<Foreseen.Person>();
        for (var id : ids) {
            var from = one.get(id);
            var to = other.get(id);
            if (!Objects.equals(from, to)) {
                changes.add(new Foreseen.Person(new ResearcherId(id), differing(from, to), differing(to, from)));
            }
        }
        return changes;
    }

    private static Map<String, Map<String, String>> told(Roster roster) {
        var told = new HashMap<String, Map<String, String>>();
        for (var member : roster == null ? List.<Roster.Member>of() : roster.members()) {
            var of = new TreeMap<String, String>();
            member.attributes().forEach((attribute, value) -> of.put(attribute.text(), value));
            of.put("state", member.state());
            of.put("since", String.valueOf(member.since()));
            of.put("spell", String.valueOf(member.spell()));
            told.put(member.researcher().value(), of);
        }
        return told;
    }

    private static String differing(Map<String, String> told, Map<String, String> other) {
        if (told == null) {
            return Place.OUTSIDE;
        }
        var parts = new ArrayList<String>();
        told.forEach((name, value) -> {
            if (other == null || !Objects.equals(value, other.get(name))) {
                parts.add(name + ":" + value);
            }
        });
        return String.join(" ", parts);
    }
}
