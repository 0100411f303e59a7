package dev.sojourn.api.parameter;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** From which day in the world to which. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "from",
        required = true,
        description = "First day: 2019 (its last day), 2019-06 or 2019-06-30.",
        example = "2019")
@Parameter(in = ParameterIn.QUERY, name = "to", required = true, description = "Last day, likewise.", example = "2025")
public @interface IntervalParameters {}
