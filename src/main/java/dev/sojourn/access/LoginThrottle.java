package dev.sojourn.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Slows down guessing: after a number of failures within a minute, a name from an address (and an address altogether)
 * has to wait until the minute is over. In memory, so a restart forgives.
 */
public final class LoginThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int FAILURES_PER_NAME = 5;
    private static final int FAILURES_PER_ADDRESS = 20;
    /** Beyond it the oldest are dropped: an attacker must not fill the heap. */
    private static final int MOST_KEYS = 10_000;

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new HashMap<>();

    /** A throttle without failures. */
    public LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait before the next attempt; zero if none is needed. */
    public synchronized Duration wait(String address, String name) {
        var byName = wait(address + " " + name, FAILURES_PER_NAME);
        var byAddress = wait(address, FAILURES_PER_ADDRESS);
        return byName.compareTo(byAddress) > 0 ? byName : byAddress;
    }

    /** Counts a failure. */
    public synchronized void failed(String address, String name) {
        if (failures.size() >= MOST_KEYS) {
            failures.values().removeIf(times -> recent(times).isEmpty());
            if (failures.size() >= MOST_KEYS) {
                failures.clear();
            }
        }
        failures.computeIfAbsent(address + " " + name, key -> new ArrayDeque<>())
                .add(clock.instant());
        failures.computeIfAbsent(address, key -> new ArrayDeque<>()).add(clock.instant());
    }

    private Duration wait(String key, int allowed) {
        var times = recent(failures.getOrDefault(key, new ArrayDeque<>()));
        return times.size() < allowed
                ? Duration.ZERO
                : Duration.between(clock.instant(), times.peekFirst().plus(WINDOW));
    }

    private Deque<Instant> recent(Deque<Instant> times) {
        while (!times.isEmpty() && !times.peekFirst().plus(WINDOW).isAfter(clock.instant())) {
            times.removeFirst();
        }
        return times;
    }
}
