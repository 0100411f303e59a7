package dev.sojourn.access;

import java.time.Instant;

/**
 * What is known of a token; the token itself only its owner has.
 *
 * @param id random, for revoking it
 * @param account whose it is, and who stands in the ledger for what is recorded with it
 * @param name what it is for, in the owner's words
 * @param role what it may do, at most what its owner may
 * @param expires when it lets nobody in any more
 * @param lastUsed to the minute; null if never
 * @param revoked when it was revoked; null if it was not
 */
public record AccessToken(
        String id,
        String account,
        String name,
        AccountRole role,
        Instant created,
        Instant expires,
        Instant lastUsed,
        Instant revoked) {}
