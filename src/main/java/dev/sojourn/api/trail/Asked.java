package dev.sojourn.api.trail;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.audit.history.Part;
import dev.sojourn.audit.history.Wanted;
import dev.sojourn.audit.history.WantedText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Reads {@link HistoryParameters}. */
final class Asked {
    private Asked() {}

    static Wanted wanted(HttpServletRequest request) {
        return new Wanted(
                Set.copyOf(Ask.all(request, "type", WantedText::type)),
                Set.copyOf(Ask.all(request, "kind", WantedText::kind)),
                Ask.read(request, "actor", text -> text, null),
                Ask.read(request, "import", text -> text, null),
                Ask.read(request, "recordedFrom", text -> WantedText.moment(text, false), null),
                Ask.read(request, "recordedTo", text -> WantedText.moment(text, true), null),
                Ask.read(request, "fromPosition", Asked::position, 1L),
                Ask.read(request, "toPosition", Asked::position, Long.MAX_VALUE));
    }

    static Part part(HttpServletRequest request, Page.Cursor after, int limit) {
        boolean newest = Ask.read(request, "order", WantedText::newestFirst, false);
        return new Part(newest, Math.max(0, Page.Cursor.number(after)), limit);
    }

    /** A position, 0 or more. */
    static long position(String text) {
        long position = Long.parseLong(text);
        if (position < 0) {
            throw new IllegalArgumentException("a position is 0 or more");
        }
        return position;
    }
}
