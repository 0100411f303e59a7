package dev.sojourn.store;

import java.util.HashMap;
import java.util.Map;

/** Follows a chain event by event, and says what is wrong with the first one that is not the next. */
final class ChainCheck {

    private final Head kept;
    private final Map<String, Long> sequences = new HashMap<>();
    private Head last = new Head(0, "");
    private String recorded = "";

    /** With a head that was written down earlier, or null. */
    ChainCheck(Head kept) {
        this.kept = kept;
    }

    /** The last good event. */
    Head last() {
        return last;
    }

    /** What is wrong with an event as the next one; or null, and then it is the last good one. */
    String next(EventRow event, String hash) {
        String problem = problem(event, hash);
        if (problem == null) {
            last = new Head(event.position(), hash);
            recorded = event.recorded();
        }
        return problem;
    }

    private String problem(EventRow event, String hash) {
        long position = last.position() + 1;
        if (event.position() != position) {
            return "there is no event at position " + position;
        }
        Long before = sequences.put(event.subject(), event.sequence());
        if (event.sequence() != (before == null ? 0 : before + 1)) {
            return "it is out of order in its subject";
        }
        if (event.recorded().compareTo(recorded) < 0) {
            return "it was recorded before the event at the position before";
        }
        if (!HashChain.next(last.hash(), event).equals(hash)) {
            return "its hash is not that of what is stored and of the event before";
        }
        if (kept != null && kept.position() == position && !kept.hash().equals(hash)) {
            return "its hash is not the one that was kept: something up to here was changed and hashed again";
        }
        return null;
    }
}
