package dev.sojourn.api.trail;

import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.PageParameters;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which events of a history, in which order, and from which moment of knowledge. */
@KnownAtParameter
@PageParameters
@WantedParameters
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "order",
        description = "oldest (default) or newest first.",
        example = "oldest")
public @interface HistoryParameters {}
