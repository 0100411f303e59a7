package dev.sojourn.fault.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.fault.damage.Damage;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That they run, and take what is good; and some seeded damage, for machines without the fuzzer. */
@DisplayName("Targets of the fuzzer")
@Timeout(120)
class FuzzTargetsTest {

    @Test
    void take_good_events_and_damaged_ones() {
        damage(EventTarget.seeds(), EventTarget::fuzzerTestOneInput);
        damage(MessageTarget.seeds(), MessageTarget::fuzzerTestOneInput);
    }

    @Test
    void take_good_dates_and_damaged_ones() {
        damage(DateTarget.seeds(), DateTarget::fuzzerTestOneInput);
    }

    @Test
    void take_good_bodies_and_damaged_ones() {
        damage(BodyTarget.seeds(), BodyTarget::fuzzerTestOneInput);
    }

    private static void damage(List<String> seeds, Consumer<byte[]> target) {
        assertThat(seeds).hasSizeGreaterThan(5);
        seeds.forEach(seed -> target.accept(seed.getBytes(UTF_8)));
        Damage.times(
                500,
                damage -> target.accept(
                        damage.of(damage.any(seeds), damage.any(seeds)).getBytes(UTF_8)));
    }
}
