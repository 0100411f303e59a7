package dev.sojourn.access.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;

/**
 * What stands at which patterns of paths, found segment by segment: a text for itself, {@code {name}} for anything. Only
 * narrows down: whatever it finds is still compared in full, and patterns with more in them it always finds.
 */
public final class Paths<T> {
    private static final Pattern ORDINARY = Pattern.compile("(/([^/{}*?]+|\\{\\w+}))+");

    private final Node<T> root = new Node<>();
    private final List<T> others = new ArrayList<>();

    private static final class Node<T> {
        final Map<String, Node<T>> texts = new HashMap<>();
        final List<T> here = new ArrayList<>();
        Node<T> any;
    }

    /** Puts something at a pattern. */
    public void add(String pattern, T what) {
        if (!ORDINARY.matcher(pattern).matches()) {
            others.add(what);
            return;
        }
        var node = root;
        for (String segment : pattern.substring(1).split("/", -1)) {
            if (segment.startsWith("{")) {
                node.any = node.any == null ? new Node<>() : node.any;
                node = node.any;
            } else {
                node = node.texts.computeIfAbsent(segment, none -> new Node<>());
            }
        }
        node.here.add(what);
    }

    /** All that may stand at a path, in no particular order. */
    public List<T> find(PathContainer path) {
        var found = new ArrayList<T>(others);
        find(root, path.elements(), 0, found);
        return found;
    }

    private static <T> void find(Node<T> node, List<PathContainer.Element> elements, int from, List<T> found) {
        if (node == null) {
            return;
        }
        if (from == elements.size()) {
            found.addAll(node.here);
        } else if (elements.get(from) instanceof PathSegment segment) {
            find(node.texts.get(segment.valueToMatch()), elements, from + 1, found);
            find(node.any, elements, from + 1, found);
        } else {
            find(node, elements, from + 1, found); // a slash
        }
    }
}
