package dev.sojourn.api.write;

import dev.sojourn.api.body.Body;
import dev.sojourn.api.body.Source;
import dev.sojourn.api.body.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Why, and how we know, where there is nothing else to say. Retractions and withdrawals need the reason. */
record Remark(
        @Schema(maxLength = Texts.PARAGRAPH, description = "Why, for those who read the history.")
        String reason,

        List<Source> evidence)
        implements Body {}
