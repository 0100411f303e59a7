package dev.sojourn.api.write;

import dev.sojourn.api.body.Body;
import dev.sojourn.api.body.Source;
import dev.sojourn.api.body.Texts;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.time.PartialDate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** Whether somebody is still a researcher, and whether anybody looked. */
final class CareerBodies {
    private CareerBodies() {}

    /** A search that found nothing. */
    record Search(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The day of the search.")
            LocalDate searchedOn,

            @Schema(maxLength = Texts.PARAGRAPH, description = "Where was looked.")
            String reason,

            List<Source> evidence)
            implements Body {}

    /**
     * The end of a career.
     *
     * @param on first day of it; without one it is known, but counts on no day
     */
    record CareerEnd(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Cause cause,

            PartialDate on,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}

    /** A return to research. */
    record CareerResumption(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The first day back.")
            PartialDate on,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}
}
