package dev.sojourn.api.parameter;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every write on something that exists takes beside its body. */
@WriteParameters
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.HEADER,
        name = "If-Match",
        required = true,
        description =
                "The ETag of the person, institution, cohort or release, as you know it; 412 with the events since,"
                        + " if it is no longer that.",
        example = "\"7\"")
public @interface ChangeParameters {}
