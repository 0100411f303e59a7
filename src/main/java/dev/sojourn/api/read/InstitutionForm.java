package dev.sojourn.api.read;

import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Sector;
import dev.sojourn.exchange.answer.EventForm;
import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.projection.View;
import dev.sojourn.projection.column.Country;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * One institution on a day, and all that was ever recorded about it.
 *
 * @param people how many are there on the day, by their deciding spells
 * @param facts what is believed of it, in the order of recording
 * @param history all events, also those undone
 */
public record InstitutionForm(
        LocalDate asOf,
        KnownForm knownAt,
        Item institution,
        int people,
        List<DatedFact> facts,
        List<EventForm> history) {
    /**
     * An institution on a day.
     *
     * @param countsAs itself, or the institution it has merged into by that day
     * @param country of its headquarters, null if not known
     * @param parent its ultimate parent, itself if it has none
     */
    public record Item(
            InstitutionId id,
            Names names,
            List<Identifier> identifiers,
            InstitutionId countsAs,
            String country,
            Sector sector,
            InstitutionId parent,
            List<GroupId> groups) {
        static Item of(View view, int number, LocalDate asOf) {
            var profile = view.profile(number);
            var state = view.institutions(asOf).state(number);
            return new Item(
                    view.institution(number),
                    profile.names(),
                    profile.identifiers(),
                    view.institution(state.institution()),
                    state.country() == Country.UNKNOWN ? null : Country.code(state.country()),
                    state.sector(),
                    view.institution(state.parent()),
                    state.groups().stream()
                            .sorted(Comparator.comparing(GroupId::value))
                            .toList());
        }
    }
}
