package dev.sojourn.api.parameter;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every write takes beside its body. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "dryRun",
        description =
                "true: decide, answer what would be recorded and which figures that would change (whatIf), and record"
                        + " nothing. With Accept: text/csv the numbers that would change come as a table.",
        example = "true")
@Parameter(
        in = ParameterIn.QUERY,
        name = "review",
        description = "true: another curator is to approve what is recorded about a person.",
        example = "true")
@Parameter(
        in = ParameterIn.HEADER,
        name = "Idempotency-Key",
        description =
                "Your own name for this request: repeated under it, it answers the same and records nothing twice.")
public @interface WriteParameters {}
