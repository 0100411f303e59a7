package dev.sojourn.event.value;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The part of an event that can identify a person or was written freely: one block, so that it can be encrypted, and
 * made unreadable, without touching what is counted.
 *
 * <p>Each form has a reason (why it was recorded), evidence, and notes: what came with it that the ledger has no field
 * for, such as the extra columns of an imported row. Absent parts are null or empty, and a blank text is an absent one.
 */
public sealed interface Personal {

    /** Why it was recorded, or null. */
    String reason();

    /** What shows it to be true. */
    List<Evidence> evidence();

    /** What came with it that has no field, by name. */
    Map<String, String> notes();

    /** An event about no person's name or title: remarks only. */
    record Remarks(String reason, List<Evidence> evidence, Map<String, String> notes) implements Personal {

        /** Nothing to remark. */
        public static final Remarks NONE = new Remarks(null, List.of(), Map.of());

        /** Missing lists read as empty. */
        public Remarks {
            reason = said(reason);
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
            notes = sorted(notes);
        }

        /** A reason alone. */
        public static Remarks because(String reason) {
            return new Remarks(reason, List.of(), Map.of());
        }
    }

    /** Who somebody is: names by script, and what other catalogues call them. */
    record Identity(
            Names names,
            List<Identifier> identifiers,
            String reason,
            List<Evidence> evidence,
            Map<String, String> notes)
            implements Personal {

        /** Missing lists read as empty. */
        public Identity {
            reason = said(reason);
            identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
            notes = sorted(notes);
        }
    }

    /** A spell's or degree's free-text title, beside the vocabulary of roles; null if none was given. */
    record Titled(String title, String reason, List<Evidence> evidence, Map<String, String> notes) implements Personal {

        /** Nothing to remark. */
        public static final Titled NONE = new Titled(null, null, List.of(), Map.of());

        /** Missing lists read as empty. */
        public Titled {
            title = said(title);
            reason = said(reason);
            evidence = evidence == null ? List.of() : List.copyOf(evidence);
            notes = sorted(notes);
        }
    }

    /** The text itself, or null if it is blank: stored, both are left out, and must read the same before as after. */
    static String said(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** In the order of their names, so that equal notes are stored as equal text. */
    private static Map<String, String> sorted(Map<String, String> notes) {
        if (notes == null) {
            return Map.of();
        }
        var sorted = new TreeMap<>(notes);
        sorted.values().removeIf(Objects::isNull);
        return Collections.unmodifiableMap(sorted);
    }
}
