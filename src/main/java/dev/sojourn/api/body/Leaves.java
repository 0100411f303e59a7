package dev.sojourn.api.body;

import dev.sojourn.api.problem.Flaw;
import dev.sojourn.api.problem.UnreadableJson;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Link;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the values that have no members: numbers, and whatever is written as a text. */
final class Leaves {
    private static final int SHOWN = 200;

    private final JsonMapper mapper;
    private final List<Flaw> flaws;

    Leaves(JsonMapper mapper, List<Flaw> flaws) {
        this.mapper = mapper;
        this.flaws = flaws;
    }

    /** The value, or null if it is wrong. */
    Object value(JsonNode node, Class<?> type, Schema schema, String pointer) {
        if (type == Integer.class) {
            return node.isInt()
                    ? Integer.valueOf(node.intValue())
                    : wrong(pointer, node, "a whole number is expected here, without quotes, as in 2019");
        }
        if (type == Long.class) {
            return node.isIntegralNumber() && node.canConvertToLong()
                    ? Long.valueOf(node.longValue())
                    : wrong(pointer, node, "a whole number is expected here, without quotes, as in 4711");
        }
        if (!node.isString()) {
            return wrong(pointer, node, "a text is expected here" + (node.isNumber() ? ": put it in quotes" : ""));
        }
        int longest = schema == null || schema.maxLength() == Integer.MAX_VALUE ? Texts.LINE : schema.maxLength();
        var flaw = Texts.flaw(node.stringValue(), longest);
        if (flaw.isEmpty() && schema != null && schema.format().equals(Texts.LINK)) {
            flaw = Link.flaw(node.stringValue());
        }
        return flaw.isPresent() ? wrong(pointer, node, flaw.get()) : text(node, type, pointer);
    }

    /** Notes what is wrong, and gives null for the value that cannot be. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // null is of every type
    <T> T wrong(String pointer, JsonNode value, String detail) {
        String shown =
                value == null || value.isNull() ? null : value.isString() ? value.stringValue() : value.toString();
        flaws.add(new Flaw(pointer, shown == null ? null : shortened(shown), detail));
        return null;
    }

    static String shortened(String text) {
        int end = Math.min(text.length(), SHOWN);
        return end < text.length()
                ? text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…"
                : text;
    }

    private Object text(JsonNode node, Class<?> type, String pointer) {
        if (type == String.class) {
            return node.stringValue();
        }
        try {
            var value = mapper.treeToValue(node, type);
            var flaw = value instanceof Identifier identifier ? identifier.flaw() : Optional.<String>empty();
            return flaw.isPresent() ? wrong(pointer, node, flaw.get()) : value;
        } catch (JacksonException unreadable) {
            return wrong(
                    pointer,
                    node,
                    type == LocalDate.class
                            ? "this is no day: write year, month and day, as in 2023-05-17"
                            : UnreadableJson.why(unreadable));
        } catch (IllegalArgumentException wrong) {
            return wrong(pointer, node, wrong.getMessage());
        }
    }
}
