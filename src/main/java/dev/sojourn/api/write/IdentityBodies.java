package dev.sojourn.api.write;

import dev.sojourn.api.body.Body;
import dev.sojourn.api.body.Source;
import dev.sojourn.api.body.Texts;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Who somebody is. */
final class IdentityBodies {
    private IdentityBodies() {}

    /** A new person. */
    record Person(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "By script, as in {\"Latn\": \"Yang Zhilin\", \"Hans\": \"杨植麟\"}.")
            Names names,

            @Schema(description = "What other catalogues call the person, as in orcid:0000-0002-1825-0097.")
            List<Identifier> identifiers,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}

    /** All names of a person, also those that stay. */
    record NewNames(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "All of them, also those that stay, by script, as in {\"Latn\": \"Yang Zhilin\"}.")
            Names names,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}

    /** What another catalogue calls a person. */
    record Link(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Scheme and value, as in orcid:0000-0002-1825-0097.")
            Identifier identifier,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}
}
