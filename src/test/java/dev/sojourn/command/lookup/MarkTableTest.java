package dev.sojourn.command.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

@Label("A table of marks")
class MarkTableTest {

    /** Few marks, so that they are put, taken away and put again; all in one part, so that it fills and grows. */
    @Property(tries = 200)
    @Label("holds what a map holds, whatever is put and taken away")
    void holds_what_a_map_holds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2_000) int different) {
        var random = new Random(seed);
        var marks = new ArrayList<Mark>();
        for (int n = 0; n < different; n++) {
            // high bits alike crowd them where the table begins to look
            marks.add(new Mark(random.nextLong() & (n % 3 == 0 ? 0xFFL : 0x03FF_FFFF_FFFF_FFFFL), random.nextInt(4)));
        }
        var table = new MarkTable();
        Map<Mark, Integer> model = new HashMap<>();
        for (int step = 0; step < 3 * different; step++) {
            var mark = marks.get(random.nextInt(different));
            if (random.nextInt(3) == 0) {
                table.remove(mark);
                model.remove(mark);
            } else {
                table.put(mark, step + 1);
                model.put(mark, step + 1);
            }
        }
        for (var mark : marks) {
            assertThat(table.get(mark)).isEqualTo(model.getOrDefault(mark, 0));
        }
        var other = new MarkTable();
        model.forEach(other::put);
        assertThat(table.same(other)).isTrue();
        assertThat(other.same(table)).isTrue();
        other.put(marks.get(0), model.getOrDefault(marks.get(0), 0) + 1);
        assertThat(table.same(other)).isFalse();
    }
}
