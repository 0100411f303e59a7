package dev.sojourn.api.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Country;
import dev.sojourn.projection.person.DegreeRow;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.List;

/**
 * A person as known at a moment.
 *
 * @param names by script; null where nobody may be named
 * @param erased whether names, identifiers and all free text about the person were erased on request, at any position
 * @param mergedInto the researcher this one counts as, if it is the same person as another
 * @param origin country of the first completed bachelor's degree, null if not known
 * @param searched the latest day on which somebody looked and found nothing, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ResearcherForm(
        ResearcherId id,
        KnownForm knownAt,
        Names names,
        List<Identifier> identifiers,
        boolean erased,
        ResearcherId mergedInto,
        String origin,
        List<DegreeForm> education,
        LocalDate searched) {
    /**
     * A degree.
     *
     * @param institution null where only the country is known
     * @param country null where the institution is known
     */
    record DegreeForm(
            EducationId education,
            Level level,
            InstitutionId institution,
            String country,
            PartialDate start,
            PartialDate end) {
        static DegreeForm of(View view, DegreeRow degree) {
            return new DegreeForm(
                    degree.education(),
                    degree.level(),
                    degree.institution() == View.NONE ? null : view.institution(degree.institution()),
                    code(degree.country()),
                    degree.start(),
                    degree.end());
        }
    }

    /**
     * A person in a list.
     *
     * @param names by script; null where nobody may be named
     * @param erased whether names and identifiers were erased on request
     */
    public record Item(ResearcherId id, Names names, List<Identifier> identifiers, boolean erased) {
        static Item of(View view, int number) {
            return new Item(view.researcher(number), view.names(number), view.identifiers(number), view.erased(number));
        }
    }

    static ResearcherForm of(View view, int number) {
        int survivor = view.survivor(number);
        return new ResearcherForm(
                view.researcher(number),
                KnownForm.of(view),
                view.names(number),
                view.identifiers(number),
                view.erased(number),
                survivor == number ? null : view.researcher(survivor),
                code(view.origin(number)),
                view.degrees(number).stream()
                        .map(degree -> DegreeForm.of(view, degree))
                        .toList(),
                view.lastSearched(number));
    }

    private static String code(int country) {
        return country == Country.UNKNOWN ? null : Country.code(country);
    }
}
