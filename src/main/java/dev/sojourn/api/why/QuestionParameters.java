package dev.sojourn.api.why;

import dev.sojourn.api.parameter.AnalysisParameters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A whole question: which analysis, and the parameters it takes. */
@AnalysisParameters
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "analysis",
        required = true,
        description =
                "composition, retention, flows, state, survival, paths or moves; with the parameters that it takes.",
        example = "retention")
@Parameter(
        in = ParameterIn.QUERY,
        name = "held",
        description = "Of a retention or survival: what is held.",
        example = "country:US")
@Parameter(
        in = ParameterIn.QUERY,
        name = "from",
        description = "The first day of a retention, survival, of flows or moves.")
@Parameter(
        in = ParameterIn.QUERY,
        name = "to",
        description = "The last day of a retention, survival, of flows or moves.")
@Parameter(in = ParameterIn.QUERY, name = "asOf", description = "The day of a composition or of states.")
@Parameter(
        in = ParameterIn.QUERY,
        name = "by",
        description = "The attributes of a composition or paths, or the one of flows or moves.")
@Parameter(in = ParameterIn.QUERY, name = "days", description = "Of paths: the days, with commas between them.")
@interface QuestionParameters {}
