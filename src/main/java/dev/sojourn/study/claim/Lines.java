package dev.sojourn.study.claim;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** In which line of a YAML text each claim begins, for messages. */
final class Lines {
    private Lines() {}

    /** By the number of the claim, from 0; empty for what is no YAML. */
    static Map<Integer, Integer> of(String yaml) {
        var lines = new HashMap<Integer, Integer>();
        try (var parser = new YAMLMapper().createParser(yaml)) {
            int depth = 0;
            boolean claims = false;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME && depth == 1) {
                    claims = parser.currentName().equals("claims");
                }
                if (token == JsonToken.START_OBJECT && depth == 2 && claims) {
                    lines.put(lines.size(), parser.currentTokenLocation().getLineNr());
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            }
        } catch (JacksonException unreadable) {
            return lines;
        }
        return lines;
    }
}
