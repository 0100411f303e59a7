package dev.sojourn.projection.column;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.event.value.SpellId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Numbers of ids")
class NumberingTest {

    private final Numbering<SpellId> numbering = new Numbering<>(SpellId::new);

    @Test
    void are_given_in_the_order_of_first_mention_and_lead_back_to_the_id() {
        var ids = IntStream.range(0, 10_000)
                .mapToObj(number -> new SpellId(number % 2 == 0 ? "spell-" + number : new UUID(number, ~number) + ""))
                .toList();

        ids.forEach(numbering::of);

        for (int number = 0; number < ids.size(); number++) {
            assertThat(numbering.of(ids.get(number))).isEqualTo(number);
            assertThat(numbering.find(ids.get(number))).isEqualTo(number);
            assertThat(numbering.id(number)).isEqualTo(ids.get(number));
        }
        assertThat(numbering.find(new SpellId("spell-1"))).isEqualTo(Numbering.NONE);
    }

    @Test
    void tell_apart_texts_that_look_alike() {
        var uuid = "0a0b0c0d-0000-4000-8000-00000000abcd";
        var alike = List.of(uuid, uuid.toUpperCase(Locale.ROOT), "0-0-0-0-0", "單霽翔", "é", "e", "x".repeat(200));

        alike.forEach(text -> numbering.of(new SpellId(text)));

        assertThat(numbering.size()).isEqualTo(alike.size());
        for (int number = 0; number < alike.size(); number++) {
            assertThat(numbering.id(number).value()).isEqualTo(alike.get(number));
        }
    }

    @Test
    void fill_more_than_one_chunk_of_text() {
        for (int number = 0; number < 1_000; number++) {
            numbering.of(new SpellId("學".repeat(190) + number));
        }

        assertThat(numbering.id(999).value()).isEqualTo("學".repeat(190) + 999);
        assertThat(numbering.find(new SpellId("學".repeat(190) + 500))).isEqualTo(500);
    }
}
