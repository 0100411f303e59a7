package dev.sojourn.api.write;

import dev.sojourn.api.problem.BadQuestion;
import dev.sojourn.api.problem.VersionNeeded;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The versions of a thing that the caller of a write knows (RFC 9110, section 13.1.1).
 *
 * @param any {@code *}: whichever there is
 * @param strong versions, any of which may be the one now
 * @param weak versions given as {@code W/"7"}, which never match: they only tell what the caller has seen
 */
record IfMatch(boolean any, List<Long> strong, List<Long> weak) {
    private static final Pattern TAG = Pattern.compile("(W/)?\"(\\d{1,18})\"|(\\d{1,18})");

    /**
     * Reads the header.
     *
     * @throws VersionNeeded without one
     * @throws BadQuestion if it holds anything but versions
     */
    static IfMatch of(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders("If-Match"));
        if (headers.isEmpty()) {
            throw new VersionNeeded();
        }
        String text = String.join(",", headers).strip();
        if (text.equals("*")) {
            return new IfMatch(true, List.of(), List.of());
        }
        var strong = new ArrayList<Long>();
        var weak = new ArrayList<Long>();
        for (String tag : text.split(",", -1)) {
            var parts = TAG.matcher(tag.strip());
            if (!parts.matches()) {
                throw new BadQuestion(
                        "invalid-parameter",
                        "If-Match",
                        "If-Match holds the ETag that GET gave, as in \"7\", several with commas between them, or *");
            }
            // Quotes get lost on command lines; a bare number can mean nothing else.
            (parts.group(1) == null ? strong : weak)
                    .add(Long.parseLong(parts.group(2) == null ? parts.group(3) : parts.group(2)));
        }
        return new IfMatch(false, List.copyOf(strong), List.copyOf(weak));
    }

    /** Whether the version now is one that the caller says may be changed. */
    boolean allows(long now) {
        return any || strong.contains(now);
    }

    /** The latest version the caller has seen; -1 if none is told. */
    long latestSeen() {
        return Math.max(max(strong), max(weak));
    }

    private static long max(List<Long> versions) {
        return versions.stream().mapToLong(version -> version).max().orElse(-1);
    }
}
