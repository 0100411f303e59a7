package dev.sojourn.api.problem;

import java.util.Arrays;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Why a body cannot be read, in words for whoever wrote it: of our own classes it says nothing. */
public final class UnreadableJson {
    private UnreadableJson() {}

    /** The reason, and what to write instead where that is known. */
    public static String why(JacksonException unreadable) {
        if (unreadable.getCause() instanceof IllegalArgumentException value) {
            return value.getMessage();
        }
        if (unreadable instanceof UnrecognizedPropertyException unknown) {
            return "there is no field \"" + unknown.getPropertyName() + "\" here; there are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (unreadable instanceof InvalidFormatException wrong
                && wrong.getTargetType() != null
                && wrong.getTargetType().isEnum()) {
            return "\"" + wrong.getValue() + "\" is none of "
                    + Arrays.stream(wrong.getTargetType().getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (unreadable instanceof InvalidFormatException wrong) {
            return "\"" + wrong.getValue() + "\" is not of the kind that is expected here";
        }
        return unreadable instanceof MismatchedInputException
                ? "this is not of the kind that is expected here: a text, a list or an object"
                : "this is no JSON: " + unreadable.getOriginalMessage();
    }
}
