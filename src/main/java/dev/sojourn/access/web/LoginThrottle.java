package dev.sojourn.access.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Slows down guessing: after a number of failures within a minute, a name from an address has to wait until the minute is
 * over, and so has a name from anywhere, and an address altogether. In memory, so a restart forgives.
 */
public final class LoginThrottle {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int FAILURES_PER_NAME_AND_ADDRESS = 5;
    private static final int FAILURES_PER_ADDRESS = 20;
    private static final int FAILURES_PER_NAME = 30;
    /** Beyond it the oldest are dropped: an attacker must not fill the heap. */
    private static final int MOST_KEYS = 10_000;
    /** No account has a longer name; what is sent as one can be as long as a header. */
    private static final int LONGEST_NAME = 60;

    private final Clock clock;
    private final Map<Key, Deque<Instant>> failures = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Deque<Instant>> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** Either part may be null: any. */
    private record Key(String address, String name, int allowed) {}

    /** A throttle without failures. */
    public LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * How long to wait before the next attempt; zero if none is needed.
     *
     * @param name of the account, or null where only the address tells who asks, as with a token
     */
    public synchronized Duration wait(String address, String name) {
        return keys(address, name).map(this::wait).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** Counts a failure. */
    public synchronized void failed(String address, String name) {
        var now = clock.instant();
        keys(address, name).forEach(key -> {
            var times = failures.computeIfAbsent(key, none -> new ArrayDeque<>());
            times.add(now);
            if (times.size() > key.allowed) {
                times.removeFirst();
            }
        });
    }

    /** How many are remembered, for the test that they are bounded. */
    synchronized int remembered() {
        return failures.size();
    }

    private Duration wait(Key key) {
        var times = failures.get(key);
        if (times == null) {
            return Duration.ZERO;
        }
        var now = clock.instant();
        while (!times.isEmpty() && !times.peekFirst().plus(WINDOW).isAfter(now)) {
            times.removeFirst();
        }
        if (times.isEmpty()) {
            failures.remove(key);
        }
        return times.size() < key.allowed
                ? Duration.ZERO
                : Duration.between(now, times.peekFirst().plus(WINDOW));
    }

    private static Stream<Key> keys(String address, String name) {
        String near = network(address);
        String shown = name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        return Stream.of(
                        new Key(near, null, FAILURES_PER_ADDRESS),
                        shown == null ? null : new Key(near, shown, FAILURES_PER_NAME_AND_ADDRESS),
                        shown == null ? null : new Key(null, shown, FAILURES_PER_NAME))
                .filter(Objects::nonNull);
    }

    /** Of an IPv6 address its first half: whoever has one address has all with the same. */
    private static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 5 || address.startsWith("::")
                ? address
                : String.join(":", groups[0], groups[1], groups[2], groups[3]);
    }
}
