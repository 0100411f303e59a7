package dev.sojourn.api.description;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A call as somebody would make it, and what it answers on the reference ledger. The answer may leave out the ends of
 * lists, and has … for what is another value each time.
 *
 * @param call method and path as mapped, as in {@code GET /api/v1/cohorts/{id}}
 * @param path with values in it, and the query
 * @param as the role of the caller
 * @param headers those that matter
 * @param body null for none
 * @param status of the answer
 * @param answer null for none; of a table its first lines, as text
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Example(
        String call, String path, String as, Map<String, String> headers, JsonNode body, int status, JsonNode answer) {
    /** GET or POST. */
    public String method() {
        return call.substring(0, call.indexOf(' '));
    }

    /** Whether it shows what cannot be done. */
    @JsonIgnore
    public boolean refused() {
        return status >= 400;
    }

    /** The path as mapped. */
    public String template() {
        return call.substring(call.indexOf(' ') + 1);
    }
}
