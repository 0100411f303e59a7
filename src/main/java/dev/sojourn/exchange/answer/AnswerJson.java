package dev.sojourn.exchange.answer;

import dev.sojourn.event.form.EventJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers as JSON: fields in the order in which they are declared, days and ids as texts, and null where something is not
 * known, so that every answer of a kind has the same fields.
 */
public final class AnswerJson {
    private AnswerJson() {}

    /** A mapper for answers. */
    public static JsonMapper mapper() {
        return configure(JsonMapper.builder()).build();
    }

    /** Makes any mapper read and write as answers do; what is read must hold known fields only. */
    public static JsonMapper.Builder configure(JsonMapper.Builder builder) {
        return builder.addModule(EventJson.values())
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }
}
