package dev.sojourn.study.worklist;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The lists there are. */
public enum Worklist {
    /** People whose deciding stay on the day was shown to be true longest ago, those never shown first. */
    UNCONFIRMED,
    /** Stays believed in for which nothing that was recorded names any evidence. */
    NO_EVIDENCE,
    /** Stays that two curators see differently, and people at two places at once. */
    DISPUTED,
    /** Events that wait for a second pair of eyes. */
    AWAITING_APPROVAL;

    /** As written in paths and on the command line, for example {@code no-evidence}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException naming those there are
     */
    public static Worklist parse(String text) {
        return Arrays.stream(values())
                .filter(list -> list.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no worklist \"" + text + "\"; there are "
                        + Arrays.stream(values()).map(Worklist::text).collect(Collectors.joining(", "))));
    }
}
