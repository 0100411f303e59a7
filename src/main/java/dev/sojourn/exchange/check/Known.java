package dev.sojourn.exchange.check;

import dev.sojourn.event.Identifier;
import dev.sojourn.event.InstitutionId;
import dev.sojourn.event.ResearcherId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the checks ask the ledger.
 *
 * @param institution whether the ledger has the institution
 * @param researcher whose identifier it is
 * @param applied whether a row with this fingerprint was applied before
 * @param lastRecorded when the ledger was last written; {@link Instant#MIN} if never
 * @param now the present
 */
public record Known(
        Predicate<InstitutionId> institution,
        Function<Identifier, Optional<ResearcherId>> researcher,
        Predicate<String> applied,
        Instant lastRecorded,
        Instant now) {}
