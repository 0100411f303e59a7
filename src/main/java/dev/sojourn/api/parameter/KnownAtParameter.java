package dev.sojourn.api.parameter;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** From which moment of knowledge to answer. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "knownAt",
        description = "As known when: now (default), position:N, release:NAME, a day (its end, UTC) or an instant.",
        example = "2025-12-03")
public @interface KnownAtParameter {}
