package dev.sojourn.exchange.answer;

import dev.sojourn.analysis.count.Staleness;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How fresh what is known of some people on a day is; confirmed, carried, unobserved and inactive add up to all of them.
 *
 * @param on the day
 * @param confirmed something showed their deciding spell true within {@code maxAge} before the day, or without one after
 *     the question's first day
 * @param carried nothing did: their spell is carried forward
 * @param unobserved no spell covers the day
 * @param inactive their career has ended
 * @param searched of those carried or unobserved: somebody looked after anything last showed them, and found nothing
 * @param unchecked of those carried or unobserved, the others: nobody is known to have looked since
 */
public record StalenessForm(
        LocalDate on, int confirmed, int carried, int unobserved, int inactive, int searched, int unchecked) {

    /** The form of one. */
    static StalenessForm of(LocalDate on, Staleness staleness) {
        return new StalenessForm(
                on,
                staleness.confirmed(),
                staleness.carried(),
                staleness.unobserved(),
                staleness.inactive(),
                staleness.searched(),
                staleness.unchecked());
    }

    /** Its numbers by their names, each after {@code before}. */
    Map<String, Object> numbers(String before) {
        var numbers = new LinkedHashMap<String, Object>();
        numbers.put(before + "confirmed", confirmed);
        numbers.put(before + "carried", carried);
        numbers.put(before + "unobserved", unobserved);
        numbers.put(before + "inactive", inactive);
        numbers.put(before + "searched", searched);
        numbers.put(before + "unchecked", unchecked);
        return numbers;
    }

    /** The same, to be read. */
    String words() {
        int open = carried + unobserved;
        return "Of " + (open + confirmed + inactive) + " on " + on + ": " + confirmed + " confirmed, " + carried
                + " carried forward, " + unobserved + " unobserved, " + inactive + " inactive"
                + (open == 0
                        ? "."
                        : "; of the " + open + " carried or unobserved " + searched + " searched for and not found, "
                                + unchecked + " not checked since last seen.");
    }
}
