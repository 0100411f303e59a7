package dev.sojourn.api.read;

import dev.sojourn.analysis.Roster;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;

/**
 * Somebody at an institution.
 *
 * @param names by script; null where nobody may be named
 * @param institution as recorded, which may have gone on as the one asked about
 * @param since first day of the spell as written, or null
 * @param confirmedOn the latest day at which anything showed it true, or null
 */
public record PersonThere(
        ResearcherId researcher,
        Names names,
        String role,
        SpellId spell,
        InstitutionId institution,
        PartialDate since,
        LocalDate confirmedOn) {
    static PersonThere of(Roster.Member member) {
        return new PersonThere(
                member.researcher(),
                member.names(),
                member.attributes().get(Attribute.ROLE),
                member.spell(),
                member.institution(),
                member.since(),
                member.confirmedOn());
    }
}
