package dev.sojourn.event.form;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The JSON form of events, the one the store keeps. A mapper of its own: the web format may change, stored events may
 * not.
 *
 * <p>Ids, dates, countries and identifiers are strings, names an object by script; fields stand in the order of the
 * record, absent ones are left out, and unknown ones are refused.
 */
public final class EventJson {

    private EventJson() {}

    /** A mapper for events and the values in them. */
    public static JsonMapper mapper() {
        return configure(JsonMapper.builder()).build();
    }

    /** The same settings for a mapper that somebody else builds. */
    static JsonMapper.Builder configure(JsonMapper.Builder mapper) {
        return mapper.addModule(values())
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /** How the values in events are written; for every mapper that shows them. */
    public static SimpleModule values() {
        var module = new SimpleModule("sojourn-values");
        text(module, ResearcherId.class, ResearcherId::new);
        text(module, InstitutionId.class, InstitutionId::new);
        text(module, SpellId.class, SpellId::new);
        text(module, EducationId.class, EducationId::new);
        text(module, CohortId.class, CohortId::new);
        text(module, ReleaseName.class, ReleaseName::new);
        text(module, GroupId.class, GroupId::new);
        text(module, CountryCode.class, CountryCode::new);
        text(module, Identifier.class, Identifier::parse);
        text(module, PartialDate.class, PartialDate::parse);
        module.addSerializer(Evidence.Kind.class, new ValueSerializer<>() {
            @Override
            public void serialize(Evidence.Kind kind, JsonGenerator out, SerializationContext context) {
                out.writeString(kind.name().toLowerCase(Locale.ROOT));
            }
        });
        module.addSerializer(Names.class, new ValueSerializer<>() {
            @Override
            public void serialize(Names names, JsonGenerator out, SerializationContext context) {
                out.writePOJO(names.byScript());
            }
        });
        module.addDeserializer(Names.class, new ValueDeserializer<>() {
            private final TypeReference<Map<String, String>> byScript = new TypeReference<>() {};

            @Override
            public Names deserialize(JsonParser in, DeserializationContext context) {
                return new Names(in.readValueAs(byScript));
            }
        });
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(value.toString());
            }
        });
        module.addDeserializer(type, new ValueDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                if (in.currentToken().isStructStart()) {
                    throw new IllegalArgumentException("a text is expected here, not a list or an object");
                }
                return parse.apply(in.getString());
            }
        });
    }
}
