package dev.sojourn.audit.telling;

import dev.sojourn.time.ValidTime;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Sentences and phrases of one language, by key. */
final class Words {
    private static final String BUNDLE = "sentences";

    private final ResourceBundle bundle;
    private final Locale locale;

    /** Of a language; English where it has none. */
    Words(Locale locale) {
        this.locale = locale;
        bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentence of a key with its gaps filled, in order. */
    String say(String key, Object... gaps) {
        return new MessageFormat(bundle.getString(key), locale).format(texts(gaps));
    }

    /** A word of a vocabulary, such as a role; "not stated" for none. */
    String word(Enum<?> value) {
        return value == null ? say("none") : say(value.getDeclaringClass().getSimpleName() + "." + value.name());
    }

    /** Whatever it is, or that it is not known. */
    String known(Object value) {
        return value == null ? say("none") : value.toString();
    }

    /** From when to when. */
    String period(ValidTime valid) {
        if (valid.start() == null) {
            return valid.end() == null ? say("period.unknown") : say("period.until", valid.end());
        }
        return valid.end() == null ? say("period.from", valid.start()) : say("period", valid.start(), valid.end());
    }

    /** One after the other. */
    String list(Collection<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(say("separator")));
    }

    /** As texts: a number must not be grouped, and a brace in a name is no gap. */
    private static Object[] texts(Object... gaps) {
        var texts = new Object[gaps.length];
        for (int at = 0; at < gaps.length; at++) {
            texts[at] = String.valueOf(gaps[at]);
        }
        return texts;
    }
}
