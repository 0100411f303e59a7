package dev.sojourn.api.parameter;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every analysis takes: conditions, the moment of knowledge, and the rules. */
@KnownAtParameter
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "where",
        array = @ArraySchema(schema = @Schema(type = "string")),
        description = "Conditions, all of which must hold: attribute:value, a|b for either, !a for not, @2019 for"
                + " another day than the first.",
        example = "origin:CN")
@Parameter(
        in = ParameterIn.QUERY,
        name = "rules",
        description =
                "The name of a rule set, of those at /api/v1/rules (default: standard). The parameters below override"
                        + " what it says, and the answer names those that did.")
@Parameter(
        in = ParameterIn.QUERY,
        name = "place",
        description = "What a country is: country (headquarters, default) or site (workplace).")
@Parameter(in = ParameterIn.QUERY, name = "phd", description = "PhD students on the first day: in (default) or out.")
@Parameter(in = ParameterIn.QUERY, name = "maxAge", description = "How old an observation may be, as in P24M, or none.")
@Parameter(
        in = ParameterIn.QUERY,
        name = "carried",
        description = "States older than maxAge: count (default) or unobserved.")
@Parameter(
        in = ParameterIn.QUERY,
        name = "reviewed",
        description = "Changes that await approval: count like all (default), or only reviewed ones count.")
@Parameter(
        in = ParameterIn.QUERY,
        name = "regions",
        description = "The version of the region map, of those at /api/v1/regions (default: the first).")
public @interface AnalysisParameters {
    /** What an answer's numbers of that name mean. */
    String STALENESS =
            "Of the people counted, confirmed are those whose deciding spell something showed to be true after"
                    + " the first day (of one day: within 24 months before it), or with maxAge within that time before the day;"
                    + " carried are those whose spell nothing did; unobserved have no spell that covers the day, inactive a career"
                    + " that is over; together they are all. Of those carried or unobserved, searched are those for whom somebody"
                    + " looked and found nothing on a later day than any on which something showed any of their spells true;"
                    + " unchecked are the others, for whom nobody is known to have looked since.";
}
