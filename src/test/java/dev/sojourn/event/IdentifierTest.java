package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sojourn.event.value.Identifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An identifier")
class IdentifierTest {

    /** The first three are the examples in ORCID's own documentation. */
    @ParameterizedTest
    @ValueSource(strings = {"0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"})
    void of_orcid_is_kept_if_its_last_digit_matches(String orcid) {
        assertThat(Identifier.parse("orcid:" + orcid)).isEqualTo(new Identifier("orcid", orcid));
    }

    @ParameterizedTest
    @CsvSource({
        "0000-0002-1825-0098, its last digit does not match the others",
        "0000-0002-1825-009X, its last digit does not match the others",
        "0000-0002-1852-0097, its last digit does not match the others",
        "0000000218250097,    write 0000-0002-1825-0097",
        "0000-0002-1694-233x, write 0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097, write 0000-0002-1825-0097",
    })
    void of_orcid_is_refused_if_it_cannot_be_one(String orcid, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifier.parse("orcid:" + orcid))
                .withMessageStartingWith("\"" + orcid + "\" is no ORCID iD")
                .withMessageContaining(reason);
    }

    @Test
    void is_split_at_the_first_colon_and_its_scheme_reads_in_any_case() {
        assertThat(Identifier.parse("HomePage:https://people.example.org"))
                .isEqualTo(new Identifier("homepage", "https://people.example.org"))
                .hasToString("homepage:https://people.example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "12/345,   has no scheme: write scheme:value",
        ":12/345,  is no scheme of identifiers",
        "a b:c,    is no scheme of identifiers",
        "9a:c,     is no scheme of identifiers",
        "dblp:,    must have 1 to 500 characters after its scheme",
        "'dblp: ', must have 1 to 500 characters after its scheme",
    })
    void without_a_scheme_or_a_value_is_refused(String written, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identifier.parse(written))
                .withMessageContaining(reason);
    }
}
