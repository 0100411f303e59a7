package dev.sojourn.store.row;

/**
 * An event exactly as stored, with its hash: all that an outsider needs to check it against the one before.
 *
 * @param event everything that is hashed
 * @param hash SHA-256 over it and the hash of the event before, in lower-case hex
 */
public record Link(EventRow event, String hash) {}
