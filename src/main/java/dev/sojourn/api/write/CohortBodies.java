package dev.sojourn.api.write;

import dev.sojourn.api.body.Body;
import dev.sojourn.api.body.Source;
import dev.sojourn.api.body.Texts;
import dev.sojourn.api.body.WrongMember;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.ResearcherId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Who belongs to a cohort, and how it was drawn. */
final class CohortBodies {
    private CohortBodies() {}

    /**
     * A new cohort, without members.
     *
     * @param frame what it was drawn from
     * @param referenceYear the year it describes
     * @param drawn how its members were chosen
     * @param source who says so
     */
    record NewCohort(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "neurips-2025")
            CohortId id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = Texts.LINE)
            String title,

            @Schema(maxLength = Texts.PARAGRAPH) String frame,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The year it describes, as in 2025.")
            Integer referenceYear,

            @Schema(maxLength = Texts.PARAGRAPH) String drawn,
            @Schema(maxLength = Texts.PARAGRAPH) String source,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {
        NewCohort {
            NewId.check("id", id);
            if (title.isBlank()) {
                throw new WrongMember("title", "a cohort needs a title, by which people know it");
            }
            if (referenceYear < 1 || referenceYear > 9999) {
                throw new WrongMember("referenceYear", "write the year in four digits, as in 2025");
            }
        }
    }

    /** Researchers to add; all of them or none. */
    record NewMembers(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Ids of researchers.")
            List<ResearcherId> researchers,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {
        NewMembers {
            if (researchers.isEmpty()) {
                throw new WrongMember("researchers", "name at least one researcher");
            }
        }
    }
}
