package dev.sojourn.exchange;

import dev.sojourn.event.value.ResearcherId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Gives ids to people whom the ledger does not know: random, but in the order in which they were given (UUID version 7,
 * RFC 9562), which an index likes better.
 */
final class NewResearchers {

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, ResearcherId> given = new HashMap<>();

    NewResearchers(Clock clock) {
        this.clock = clock;
    }

    /** The id of a person of the package, the same each time. */
    ResearcherId of(String person) {
        return given.computeIfAbsent(person, any -> next());
    }

    private ResearcherId next() {
        long first = clock.millis() << 16 | 0x7000 | random.nextInt(1 << 12);
        long second = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
        return new ResearcherId(new UUID(first, second).toString());
    }
}
