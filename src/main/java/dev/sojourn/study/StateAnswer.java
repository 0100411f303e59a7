package dev.sojourn.study;

import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.event.value.Level;
import dev.sojourn.projection.View;
import dev.sojourn.projection.person.DegreeRow;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads {@code total}, and where that is one the person's attributes by name, {@code since}, {@code names:SCRIPT}, and of a
 * degree {@code bachelor.institution} and {@code bachelor.end}, likewise {@code master} and {@code doctorate}.
 */
record StateAnswer(View view, Roster roster) implements Answer {

    @Override
    public Measured read(String name) {
        if (name.equals("total")) {
            return Measured.count(roster.total());
        }
        if (roster.members().size() != 1) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" can be read of one person, but these are " + roster.total());
        }
        var person = roster.members().get(0);
        if (name.equals("since")) {
            return Measured.word(person.since());
        }
        if (name.startsWith("names:")) {
            return Measured.word(
                    person.names() == null ? null : person.names().byScript().get(name.substring("names:".length())));
        }
        int dot = name.indexOf('.');
        if (dot > 0) {
            var level = Level.valueOf(name.substring(0, dot).toUpperCase(Locale.ROOT));
            return name.endsWith(".end") ? degree(person, level, DegreeRow::end) : degree(person, level, this::place);
        }
        return Measured.word(person.attributes().get(Attribute.parse(name)));
    }

    @Override
    public Record given() {
        return roster;
    }

    /** People by id, with what is known of each that is not personal data. */
    @Override
    public Map<String, Object> counted() {
        var counted = new TreeMap<String, Object>();
        counted.put("asOf", roster.asOf().toString());
        counted.put("total", roster.total());
        counted.put("whereUnknown", roster.whereUnknown());
        counted.put(
                "members", roster.members().stream().map(StateAnswer::counted).toList());
        return counted;
    }

    private static Map<String, Object> counted(Roster.Member member) {
        var counted = new TreeMap<String, Object>();
        counted.put("researcher", member.researcher().value());
        counted.put("state", member.state());
        member.attributes().forEach((attribute, value) -> counted.put(attribute.text(), value));
        if (member.spell() != null) {
            counted.put("spell", member.spell().value());
        }
        if (member.since() != null) {
            counted.put("since", member.since().toString());
        }
        return counted;
    }

    private Measured degree(Roster.Member person, Level level, Function<DegreeRow, Object> part) {
        return Measured.word(view.degrees(view.find(person.researcher())).stream()
                .filter(degree -> degree.level() == level)
                .map(part)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
    }

    /** Null where only the country is known. */
    private Object place(DegreeRow degree) {
        return degree.institution() == View.NONE ? null : view.institution(degree.institution());
    }
}
