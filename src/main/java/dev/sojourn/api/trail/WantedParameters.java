package dev.sojourn.api.trail;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which events of a history or of the log. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "type",
        array = @ArraySchema(schema = @Schema(type = "string")),
        description = "Only events of these types; repeatable.",
        example = "AffiliationCorrected")
@Parameter(in = ParameterIn.QUERY, name = "actor", description = "Only what this account recorded.")
@Parameter(in = ParameterIn.QUERY, name = "import", description = "Only what came with this import.")
@Parameter(
        in = ParameterIn.QUERY,
        name = "kind",
        array = @ArraySchema(schema = @Schema(type = "string")),
        description = "Only events about this: researcher, institution, cohort or release; repeatable.")
@Parameter(
        in = ParameterIn.QUERY,
        name = "recordedFrom",
        description = "Only what was recorded from here on: a day (UTC) or an instant.",
        example = "2019-01-01")
@Parameter(
        in = ParameterIn.QUERY,
        name = "recordedTo",
        description = "Only what was recorded up to here, this included: a day (UTC) or an instant.")
@Parameter(in = ParameterIn.QUERY, name = "fromPosition", description = "Only from this position on.")
@Parameter(in = ParameterIn.QUERY, name = "toPosition", description = "Only up to this position, it included.")
public @interface WantedParameters {}
