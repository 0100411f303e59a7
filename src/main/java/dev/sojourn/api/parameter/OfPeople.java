package dev.sojourn.api.parameter;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An answer of which each line is about a person: a large one leaves as a table only for a purpose, which is kept. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "purpose",
        description =
                "As CSV, what it is for: needed for more than 100 lines, and for any history of more than one person"
                        + " or thing. It is written down with the time and who asked.",
        example = "yearly report")
public @interface OfPeople {
    /** Whether it goes through the whole ledger, so that no part of it is small. */
    boolean whole() default false;
}
