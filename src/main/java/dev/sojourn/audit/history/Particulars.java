package dev.sojourn.audit.history;

import dev.sojourn.audit.history.History.Line;
import dev.sojourn.store.row.Link;
import java.util.List;

/**
 * One event with everything known of it.
 *
 * @param line as its history tells it
 * @param stored exactly as it stands in the store, with its hash
 * @param hashBefore the hash of the event before, which its own covers; empty for the first
 * @param sameCommand the positions of all events of its command, it included
 */
public record Particulars(Line line, Link stored, String hashBefore, List<Long> sameCommand) {}
