package dev.sojourn.event.value;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A question as a release was made with it, so that it can be asked again whatever becomes of the file it came from.
 *
 * @param analysis composition, retention, flows or another, in lower case
 * @param parameters by the names of the HTTP interface, the cohort and every rule among them; never a moment of knowledge,
 *     since that is the release's
 */
public record ReleasedQuestion(String analysis, Map<String, List<String>> parameters) {

    /**
     * Sorts the parameters, so that equal questions are equal text.
     *
     * @throws IllegalArgumentException if there is no analysis, or a parameter without a value
     */
    public ReleasedQuestion {
        if (Personal.said(analysis) == null) {
            throw new IllegalArgumentException("a question needs an analysis");
        }
        var sorted = new TreeMap<String, List<String>>();
        if (parameters != null) {
            parameters.forEach((name, texts) -> sorted.put(name, List.copyOf(texts)));
        }
        if (sorted.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException("a parameter of a question needs a value");
        }
        parameters = Collections.unmodifiableMap(sorted);
    }
}
