package dev.sojourn.exchange.check;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the checks ask the ledger.
 *
 * @param institution whether the ledger has the institution
 * @param cohort whether the ledger has the cohort
 * @param researcher whose identifier it is
 * @param erased whether an identifier was that of a person who was erased
 * @param namesOfErased whether a person who was erased had one of these names
 * @param names what the ledger calls a researcher; null if nobody may be named
 * @param claim what the ledger holds of a spell; null if nothing any more
 * @param applied whether a row with this fingerprint was applied before
 * @param lastRecorded when the ledger was last written; {@link Instant#MIN} if never
 * @param now the present
 */
public record Known(
        Predicate<InstitutionId> institution,
        Predicate<CohortId> cohort,
        Function<Identifier, Optional<ResearcherId>> researcher,
        Predicate<Identifier> erased,
        Predicate<Names> namesOfErased,
        Function<ResearcherId, Names> names,
        BiFunction<ResearcherId, SpellId, Claim> claim,
        Predicate<String> applied,
        Instant lastRecorded,
        Instant now) {}
