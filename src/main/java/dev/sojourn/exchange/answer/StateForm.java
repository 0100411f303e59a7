package dev.sojourn.exchange.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.analysis.question.Filter;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The state of each member on a day; null where something is not known. As a table: a row for each member. */
public record StateForm(
        String cohort,
        List<String> where,
        RulesForm rules,
        KnownForm knownAt,
        boolean projected,
        LocalDate asOf,
        int total,
        int whereUnknown,
        List<Member> members,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next)
        implements Tabular {
    /**
     * One person.
     *
     * @param state observed, unobserved or inactive
     * @param decidedBy by which rule the deciding spell comes before the others that cover the day: only, kind, start,
     *     institution or spell
     */
    public record Member(
            ResearcherId researcher,
            Names names,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean erased,
            String state,
            String institution,
            String country,
            String site,
            String region,
            String sector,
            String role,
            String parent,
            String origin,
            String originRegion,
            String founder,
            String leadership,
            SpellId spell,
            String decidedBy,
            PartialDate since,
            LocalDate confirmedOn,
            LocalDate searchedOn) {
        static Member of(Roster.Member member) {
            var attributes = member.attributes();
            return new Member(
                    member.researcher(),
                    member.names(),
                    member.erased(),
                    member.state(),
                    attributes.get(Attribute.INSTITUTION),
                    attributes.get(Attribute.COUNTRY),
                    attributes.get(Attribute.SITE),
                    attributes.get(Attribute.REGION),
                    attributes.get(Attribute.SECTOR),
                    attributes.get(Attribute.ROLE),
                    attributes.get(Attribute.PARENT),
                    attributes.get(Attribute.ORIGIN),
                    attributes.get(Attribute.ORIGIN_REGION),
                    attributes.get(Attribute.FOUNDER),
                    attributes.get(Attribute.LEADERSHIP),
                    member.spell(),
                    member.decidedBy() == null
                            ? null
                            : member.decidedBy().name().toLowerCase(Locale.ROOT),
                    member.since(),
                    member.confirmedOn(),
                    member.searchedOn());
        }
    }

    /**
     * The form of one page.
     *
     * @param next where the next page begins, or null at the end
     */
    public static StateForm of(Roster answer, String next) {
        var asked = answer.asked();
        return new StateForm(
                asked.cohort().value(),
                asked.where().stream().map(Filter::toString).toList(),
                RulesForm.of(asked.rules()),
                KnownForm.of(asked),
                asked.projected(),
                answer.asOf(),
                answer.total(),
                answer.whereUnknown(),
                answer.members().stream().map(Member::of).toList(),
                next);
    }

    @Override
    public List<String> columns() {
        return List.of(
                "researcher",
                "name",
                "state",
                "institution",
                "country",
                "sector",
                "role",
                "origin",
                "spell",
                "decidedBy",
                "since",
                "confirmedOn");
    }

    @Override
    public List<List<Object>> rows() {
        return members.stream()
                .map(member -> Arrays.<Object>asList(
                        member.researcher,
                        member.names == null ? (member.erased ? "erased" : null) : member.names.first(),
                        member.state,
                        member.institution,
                        member.country,
                        member.sector,
                        member.role,
                        member.origin,
                        member.spell,
                        member.decidedBy,
                        member.since,
                        member.confirmedOn))
                .toList();
    }
}
