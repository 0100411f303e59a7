package dev.sojourn.exchange.answer.why;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.Tabular;
import dev.sojourn.exchange.answer.trail.LineForm;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.why.Why;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The people behind one number. As a table: a row for each event behind each person, one for who has none.
 *
 * @param question the call whose answer has the number
 * @param number its name
 * @param count the number
 * @param next where the next page begins; absent at the end
 */
public record WhyForm(
        String question,
        KnownForm knownAt,
        String number,
        int count,
        List<Person> people,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next)
        implements Tabular {
    /**
     * One person.
     *
     * @param cell the one cell the person is in
     * @param times how often the number counts the person, where that is more than once: the same move made again
     * @param on what decides on each day of the question
     * @param events those that count and make it so, in the order of recording
     */
    public record Person(
            ResearcherId researcher,
            Names names,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean erased,
            String cell,
            @JsonInclude(JsonInclude.Include.NON_NULL) Integer times,
            List<Deciding> on,
            List<LineForm> events) {}

    /**
     * What decides on a day.
     *
     * @param state observed, unobserved or inactive; the rest is null unless observed
     * @param observedOn the latest day at which anything showed the spell true
     */
    public record Deciding(
            LocalDate day,
            String state,
            SpellId spell,
            InstitutionId institution,
            String role,
            PartialDate start,
            PartialDate end,
            LocalDate observedOn) {}

    /**
     * The form of one page.
     *
     * @param next where the next page begins, or null at the end
     */
    public static WhyForm of(SavedQuestion question, Why why, String next) {
        return new WhyForm(
                question.call(),
                KnownForm.of(why.places().view()),
                why.number(),
                why.count(),
                why.people().stream().map(WhyForm::person).toList(),
                next);
    }

    private static Person person(Why.Person person) {
        return new Person(
                person.researcher(),
                person.names(),
                person.erased(),
                person.cell(),
                person.times() == 1 ? null : person.times(),
                person.on().stream()
                        .map(on -> new Deciding(
                                on.day(),
                                on.state(),
                                on.spell(),
                                on.institution(),
                                on.role() == null ? null : on.role().name(),
                                on.start(),
                                on.end(),
                                on.observedOn()))
                        .toList(),
                person.events().stream().map(LineForm::of).toList());
    }

    @Override
    public List<String> columns() {
        return List.of(
                "researcher", "name", "cell", "times", "position", "recorded", "actor", "what", "reason", "evidence");
    }

    @Override
    public List<List<Object>> rows() {
        var rows = new ArrayList<List<Object>>();
        for (var person : people) {
            String name = person.names == null ? (person.erased ? "erased" : null) : person.names.first();
            var who = Arrays.<Object>asList(
                    person.researcher, name, person.cell, person.times == null ? 1 : person.times);
            for (var event : person.events) {
                rows.add(row(who, event));
            }
            if (person.events.isEmpty()) {
                rows.add(Stream.concat(
                                who.stream(),
                                Stream.<Object>generate(() -> null).limit(6))
                        .toList());
            }
        }
        return rows;
    }

    private static List<Object> row(List<Object> who, LineForm event) {
        var row = new ArrayList<>(who);
        row.addAll(Arrays.asList(
                event.position(),
                event.recorded(),
                event.actor(),
                event.what(),
                event.reason(),
                event.evidence().stream()
                        .map(evidence -> evidence.url() == null ? evidence.title() : evidence.url())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "))));
        return row;
    }
}
