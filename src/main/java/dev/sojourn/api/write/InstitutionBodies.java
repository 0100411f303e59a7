package dev.sojourn.api.write;

import dev.sojourn.api.body.Body;
import dev.sojourn.api.body.Source;
import dev.sojourn.api.body.Texts;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.Sector;
import dev.sojourn.time.PartialDate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What is said of institutions. A day named {@code from} is the first on which a change holds. */
final class InstitutionBodies {
    private static final String FROM = "The first day on which it holds, as in 2023 or 2023-05.";

    private InstitutionBodies() {}

    /**
     * A new institution.
     *
     * @param id chosen by the caller; absent: a random one
     * @param headquarters country, if known
     * @param parent the institution it belongs to, if any
     * @param identifiers such as ror:01xtthb56
     */
    record NewInstitution(
            InstitutionId id,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "By script, as in {\"Latn\": \"Tsinghua University\", \"Hans\": \"清华大学\"}.")
            Names names,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "NOT_STATED is one.")
            Sector sector,

            CountryCode headquarters,
            InstitutionId parent,
            List<Identifier> identifiers,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {
        NewInstitution {
            NewId.check("id", id);
        }

        Profile profile() {
            return new Profile(names, sector, headquarters, parent, identifiers);
        }
    }

    /** What should have been said at registration: the whole of it. Dated changes stay. */
    record CorrectedInstitution(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "All of them, also those that stay.")
            Names names,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "NOT_STATED is one.")
            Sector sector,

            CountryCode headquarters,
            InstitutionId parent,
            List<Identifier> identifiers,

            @Schema(maxLength = Texts.PARAGRAPH, description = "Needed: why, for those who read the history.")
            String reason,

            List<Source> evidence)
            implements Body {
        Profile profile() {
            return new Profile(names, sector, headquarters, parent, identifiers);
        }
    }

    /** Other names from a day on. */
    record Rename(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "All of them, also those that stay.")
            Names names,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = FROM)
            PartialDate from,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}

    /** Headquarters in a country from a day on. */
    record Headquarters(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "An ISO 3166-1 code, as in US or CN.")
            CountryCode country,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = FROM)
            PartialDate from,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}

    /**
     * A parent from a day on.
     *
     * @param parent the institution directly above; absent: none, it is on its own
     */
    record Parent(
            InstitutionId parent,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = FROM)
            PartialDate from,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}

    /** A merger: from a day on it is another institution, which stays. */
    record Merger(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "The institution that stays.")
            InstitutionId into,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = FROM)
            PartialDate from,

            @Schema(maxLength = Texts.PARAGRAPH, description = "Needed: why, for those who read the history.")
            String reason,

            List<Source> evidence)
            implements Body {}

    /** A closing: from a day on it is no more, and no other stands in for it. */
    record Closing(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The first day on which it is no more, as in 2023 or 2023-05.")
            PartialDate from,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}

    /**
     * Membership of a group.
     *
     * @param from first day; absent: on all days
     */
    record Joining(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "magnificent-seven")
            GroupId group,

            PartialDate from,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {
        Joining {
            NewId.check("group", group);
        }
    }

    /** The end of a membership. */
    record Leaving(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "The first day on which it is no member, as in 2023 or 2023-05.")
            PartialDate to,

            @Schema(maxLength = Texts.PARAGRAPH) String reason,

            List<Source> evidence)
            implements Body {}
}
