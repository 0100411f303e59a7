package dev.sojourn.study.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A place in a configuration file, which knows where it is: every refusal names it.
 *
 * @param where file, figure and field so far, for messages
 * @param json what stands there
 */
public record Node(String where, JsonNode json) {

    /** Refuses a mapping with other fields, or no mapping. */
    public Node fields(String... allowed) {
        if (!json.isObject()) {
            throw wrong("must be a mapping of fields", null);
        }
        for (String name : json.propertyNames()) {
            if (!Set.of(allowed).contains(name)) {
                throw new BadConfig(where + ", field " + name + ": unknown; there are " + List.of(allowed), null);
            }
        }
        return this;
    }

    /** A field's text, which must be there. */
    public String text(String name) {
        String text = optional(name);
        if (text == null || text.isBlank()) {
            throw at(name).wrong("is missing", null);
        }
        return text;
    }

    /** A field's text, or null. */
    public String optional(String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        return at(name).scalar();
    }

    /** A field's whole number, or null. */
    public Integer number(String name) {
        return optional(name) == null ? null : at(name).parsed(Integer::valueOf, "is no whole number");
    }

    /** The items of a list; of none if the field is not there. */
    public List<Node> items(String name) {
        var items = new ArrayList<Node>();
        if (json.has(name)) {
            if (!json.get(name).isArray()) {
                throw at(name).wrong("must be a list", null);
            }
            for (JsonNode item : json.get(name)) {
                items.add(new Node(where + ", field " + name + "[" + items.size() + "]", item));
            }
        }
        return items;
    }

    /** A mapping of names to one text or a list of them. */
    public Map<String, List<String>> texts() {
        var texts = new LinkedHashMap<String, List<String>>();
        for (String name : json.propertyNames()) {
            JsonNode value = json.get(name);
            texts.put(name, value.isArray() ? at(name).list() : List.of(at(name).scalar()));
        }
        return texts;
    }

    /** The value of a field. */
    public Node at(String name) {
        return new Node(where + ", field " + name, json.path(name));
    }

    public <T> T parsed(Function<String, T> parse, String complaint) {
        try {
            return parse.apply(scalar());
        } catch (IllegalArgumentException unreadable) {
            throw wrong(complaint + ": \"" + scalar() + "\"", unreadable);
        }
    }

    public BadConfig wrong(String complaint, Throwable cause) {
        return new BadConfig(where + " " + complaint, cause);
    }

    private List<String> list() {
        var texts = new ArrayList<String>();
        for (JsonNode item : json) {
            texts.add(new Node(where, item).scalar());
        }
        return texts;
    }

    private String scalar() {
        if (!json.isValueNode() || json.isNull()) {
            throw wrong("must be a text or a number", null);
        }
        return json.asString();
    }
}
