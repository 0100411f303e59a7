package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.value.Ror;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A ROR id")
class RorTest {

    /** As ror.org lists them. For 042nb2s44: 042nb2s is 137014361 in base 32; a hundred times that is 54 modulo 97; 98 - 54 = 44. */
    @ParameterizedTest
    @ValueSource(strings = {"03cve4549", "042nb2s44", "00f54p054", "https://ror.org/01xtthb56", "ROR.org/01xtthb56"})
    void is_taken_with_or_without_its_address(String id) {
        assertThat(Ror.flaw(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"03cve4548", "03cve4594", "03cve5449", "042nb2s45"})
    void whose_digits_do_not_match_is_refused(String id) {
        assertThat(Ror.flaw(id).orElseThrow()).contains("do not match");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "13cve4549", "03cve454", "03cvu4549", "03CVE4549", "https://example.org/03cve4549"})
    void of_another_form_is_refused(String id) {
        assertThat(Ror.flaw(id).orElseThrow()).contains("write it as in 01xtthb56");
    }
}
