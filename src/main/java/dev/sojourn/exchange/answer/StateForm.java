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
import java.util.Map;

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
        int confirmed,
        int carried,
        int unobserved,
        int inactive,
        int searched,
        int unchecked,
        List<Member> members,
        @JsonInclude(JsonInclude.Include.NON_NULL) String next)
        implements Tabular {
    /**
     * One person.
     *
     * @param state observed, unobserved or inactive
     * @param decidedBy by which rule the deciding spell comes before the others that cover the day: only, kind, start,
     *     institution or spell
     * @param carried whether nothing showed the spell to be true within {@code maxAge}, or 24 months, before the day
     * @param searchedOn the latest day on which somebody looked and found nothing
     * @param searched whether the state is carried or unobserved and nothing was seen of the person since that day
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
            boolean carried,
            LocalDate searchedOn,
            boolean searched) {
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
                    member.carried(),
                    member.searchedOn(),
                    member.searched());
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
                answer.staleness().confirmed(),
                answer.staleness().carried(),
                answer.staleness().unobserved(),
                answer.staleness().inactive(),
                answer.staleness().searched(),
                answer.staleness().unchecked(),
                answer.members().stream().map(Member::of).toList(),
                next);
    }

    @Override
    public Map<String, Object> beside() {
        return staleness().numbers("total:");
    }

    @Override
    public List<String> notes() {
        return List.of(staleness().words());
    }

    private StalenessForm staleness() {
        return new StalenessForm(asOf, confirmed, carried, unobserved, inactive, searched, unchecked);
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
                "confirmedOn",
                "carried",
                "searchedOn",
                "searched");
    }

    @Override
    public List<List<Object>> rows() {
        return Rows.of(
                members,
                member -> Arrays.asList(
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
                        member.confirmedOn,
                        member.carried,
                        member.searchedOn,
                        member.searched));
    }
}
