package dev.sojourn.reference;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.Role;
import dev.sojourn.time.PartialDate;
import java.util.Set;

/** One spell as the generator thinks of it; it ends when the next one begins. */
record Stay(Place place, Role role, String since, Set<Flag> flags) {

    /** The claim that opens it. */
    Claim claim() {
        return new Claim(place.id(), role, null, PartialDate.parse(since), null, null, flags);
    }

    /** The year it began. */
    int year() {
        return PartialDate.parse(since).year();
    }
}
