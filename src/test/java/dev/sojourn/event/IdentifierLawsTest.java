package dev.sojourn.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sojourn.event.value.Identifier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

@Label("Any identifier")
class IdentifierLawsTest {

    @Provide
    Arbitrary<Identifier> identifiers() {
        return ValueArbitraries.identifiers();
    }

    @Provide
    Arbitrary<String> orcids() {
        return ValueArbitraries.orcids();
    }

    @Property
    void is_read_back_from_its_own_text(@ForAll("identifiers") Identifier identifier) {
        assertThat(Identifier.parse(identifier.toString())).isEqualTo(identifier);
    }

    @Property
    void of_orcid_never_survives_one_wrong_digit(
            @ForAll("orcids") String orcid,
            @ForAll @IntRange(max = 14) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        int index = place + place / 4;
        char wrong = (char) ('0' + (orcid.charAt(index) - '0' + by) % 10);
        var damaged = new StringBuilder(orcid);
        damaged.setCharAt(index, wrong);

        assertThatIllegalArgumentException().isThrownBy(() -> new Identifier("orcid", damaged.toString()));
    }
}
