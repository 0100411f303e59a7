package dev.sojourn.access;

import java.time.Instant;

/**
 * An account as those see it who look after accounts.
 *
 * @param disabled whether it lets nobody in; an account is never deleted, since the ledger names who recorded what
 */
public record AccountState(String name, AccountRole role, boolean disabled, Instant created) {}
