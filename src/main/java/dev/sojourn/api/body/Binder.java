package dev.sojourn.api.body;

import dev.sojourn.api.problem.Flaw;
import dev.sojourn.event.value.Names;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a record of a JSON object, member by member, and gathers everything that is wrong on the way. For one body. */
final class Binder {
    /** Records of ours are read member by member; those of others are values, written as texts. */
    private static final String OURS = "dev.sojourn.api.";

    private final Leaves leaves;
    private final List<Flaw> flaws = new ArrayList<>();

    Binder(JsonMapper mapper) {
        leaves = new Leaves(mapper, flaws);
    }

    /** What is wrong, in the order of the body. */
    List<Flaw> flaws() {
        return flaws;
    }

    /** The record, or null if something is wrong with it. */
    <T> T record(JsonNode node, Class<T> type, String pointer) {
        if (!node.isObject()) {
            return leaves.wrong(pointer, node, "an object is expected here, as in " + Shape.of(type));
        }
        int before = flaws.size();
        var components = type.getRecordComponents();
        refuseUnknown(node, components, pointer);
        var values = new Object[components.length];
        for (int at = 0; at < components.length; at++) {
            values[at] = member(node, components[at], pointer);
        }
        return flaws.size() > before ? null : made(node, type, components, values, pointer);
    }

    private void refuseUnknown(JsonNode node, RecordComponent[] components, String pointer) {
        var known = Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                leaves.wrong(
                        below(pointer, name),
                        null,
                        "there is no member \"" + Leaves.shortened(name) + "\" here" + Shape.hint(name, components));
            }
        }
    }

    private Object member(JsonNode node, RecordComponent component, String pointer) {
        var given = node.get(component.getName());
        var schema = component.getAccessor().getAnnotation(Schema.class);
        String here = below(pointer, component.getName());
        if (given == null || given.isNull()) {
            return schema != null && schema.requiredMode() == Schema.RequiredMode.REQUIRED
                    ? leaves.wrong(here, null, component.getName() + " is needed here" + Shape.why(schema))
                    : null;
        }
        return value(given, component.getGenericType(), schema, here);
    }

    private Object value(JsonNode node, Type type, Schema schema, String pointer) {
        if (type instanceof ParameterizedType many) {
            var items = items(node, many.getActualTypeArguments()[0], schema, pointer);
            return many.getRawType() == Set.class && items != null ? new LinkedHashSet<>(items) : items;
        }
        var plain = (Class<?>) type;
        if (plain == Names.class) {
            return names(node, pointer);
        }
        return plain.isRecord() && plain.getName().startsWith(OURS)
                ? record(node, plain, pointer)
                : leaves.value(node, plain, schema, pointer);
    }

    private List<Object> items(JsonNode node, Type type, Schema schema, String pointer) {
        if (!node.isArray()) {
            return leaves.wrong(pointer, node, "a list is expected here: write [ … ]");
        }
        var items = new ArrayList<>();
        for (int at = 0; at < node.size(); at++) {
            String here = pointer + "/" + at;
            items.add(
                    node.get(at).isNull()
                            ? leaves.wrong(here, null, "an item of a list cannot be null")
                            : value(node.get(at), type, schema, here));
        }
        return items;
    }

    private Names names(JsonNode node, String pointer) {
        if (!node.isObject()) {
            return leaves.wrong(
                    pointer, node, "names stand by script, as in {\"Latn\": \"Yang Zhilin\", \"Hans\": \"杨植麟\"}");
        }
        int before = flaws.size();
        Map<String, String> byScript = new LinkedHashMap<>();
        node.properties().forEach(name -> byScript.put(name.getKey(), name(name.getKey(), name.getValue(), pointer)));
        if (flaws.size() > before) {
            return null;
        }
        return byScript.isEmpty()
                ? leaves.wrong(pointer, node, "at least one name is needed, as in {\"Latn\": \"Yang Zhilin\"}")
                : new Names(byScript);
    }

    /** Each is checked by itself, so that each that is wrong is blamed. */
    private String name(String script, JsonNode node, String pointer) {
        String here = below(pointer, script);
        var name = (String) leaves.value(node, String.class, null, here);
        try {
            return name == null ? null : new Names(Map.of(script, name)).first();
        } catch (IllegalArgumentException wrong) {
            return leaves.wrong(here, node, wrong.getMessage());
        }
    }

    private <T> T made(JsonNode node, Class<T> type, RecordComponent[] components, Object[] values, String pointer) {
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof WrongMember wrong) {
                return leaves.wrong(below(pointer, wrong.member()), node.get(wrong.member()), wrong.getMessage());
            }
            if (thrown.getCause() instanceof IllegalArgumentException wrong) {
                return leaves.wrong(pointer, null, wrong.getMessage());
            }
            throw new IllegalStateException(thrown.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible); // a record has this constructor
        }
    }

    /** The pointer of a member (RFC 6901). */
    static String below(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
