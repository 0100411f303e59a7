package dev.sojourn.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The login throttle")
class LoginThrottleTest {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final LoginThrottle throttle = new LoginThrottle(new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void makes_a_name_wait_after_five_failures_from_an_address_until_the_first_is_a_minute_old() {
        fail(4, "192.0.2.1", "kim");
        assertThat(throttle.wait("192.0.2.1", "kim")).isZero();
        now = now.plusSeconds(20);
        fail(1, "192.0.2.1", "kim");
        assertThat(throttle.wait("192.0.2.1", "kim")).isEqualTo(Duration.ofSeconds(40));
        assertThat(throttle.wait("192.0.2.1", "ann")).isZero();
        assertThat(throttle.wait("192.0.2.2", "kim")).isZero();
        now = now.plusSeconds(40);
        assertThat(throttle.wait("192.0.2.1", "kim")).isZero();
    }

    @Test
    void makes_an_address_wait_that_tries_many_names_or_tokens() {
        for (int i = 0; i < 10; i++) {
            throttle.failed("192.0.2.1", "name-" + i);
            throttle.failed("192.0.2.1", null);
        }
        assertThat(throttle.wait("192.0.2.1", "another")).isPositive();
        assertThat(throttle.wait("192.0.2.1", null)).isPositive();
        assertThat(throttle.wait("192.0.2.2", null)).isZero();
    }

    @Test
    void makes_a_name_wait_that_is_tried_from_many_addresses() {
        for (int i = 1; i <= 29; i++) {
            throttle.failed("192.0.2." + i, "kim");
        }
        assertThat(throttle.wait("192.0.2.99", "kim")).isZero();
        throttle.failed("192.0.2.30", "kim");
        assertThat(throttle.wait("192.0.2.99", "kim")).isPositive();
        assertThat(throttle.wait("192.0.2.99", "ann")).isZero();
    }

    @Test
    void counts_all_addresses_of_one_ipv6_network_as_one() {
        for (int i = 0; i < 20; i++) {
            throttle.failed("2001:db8:0:1:0:0:0:" + i, null);
        }
        assertThat(throttle.wait("2001:db8:0:1:ffff:0:0:1", null)).isPositive();
        assertThat(throttle.wait("2001:db8:0:2:0:0:0:1", null)).isZero();
    }

    @Test
    void remembers_ten_thousand_at_most_and_the_latest_of_them() {
        for (int i = 0; i < 9_000; i++) {
            throttle.failed("192.0." + i / 250 + "." + i % 250, "x".repeat(5_000) + i);
        }
        fail(5, "198.51.100.1", "kim");
        assertThat(throttle.remembered()).isLessThanOrEqualTo(10_000);
        assertThat(throttle.wait("198.51.100.1", "kim")).isPositive();
    }

    private void fail(int times, String address, String name) {
        for (int i = 0; i < times; i++) {
            throttle.failed(address, name);
        }
    }
}
