package dev.sojourn.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What is wrong with one member of a body.
 *
 * @param pointer which (RFC 6901); empty for the whole body
 * @param value what was given, shortened; null if nothing was
 * @param detail what is wrong with it, and what to write instead
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Flaw(String pointer, String value, String detail) {}
