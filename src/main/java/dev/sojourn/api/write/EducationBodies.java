package dev.sojourn.api.write;

import dev.sojourn.api.body.Body;
import dev.sojourn.api.body.Source;
import dev.sojourn.api.body.Texts;
import dev.sojourn.api.body.WrongMember;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Level;
import dev.sojourn.time.PartialDate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What somebody studied. */
final class EducationBodies {
    private EducationBodies() {}

    /**
     * A degree: the whole claim.
     *
     * @param institution where; either this or the country
     * @param country where, if the institution is not known
     * @param end when it was completed
     * @param title in words
     */
    record Study(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Level level,

            InstitutionId institution,
            CountryCode country,
            PartialDate start,
            PartialDate end,

            @Schema(maxLength = Texts.LINE) String title,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {
        Study {
            if (institution == null && country == null) {
                throw new WrongMember("institution", "say where: an institution, or the country if it is not known");
            }
            if (institution != null && country != null) {
                throw new WrongMember("country", "leave the country out: it is that of the institution's headquarters");
            }
            Order.check("end", start, end);
        }

        Degree degree() {
            return new Degree(level, institution, country, start, end);
        }
    }
}
