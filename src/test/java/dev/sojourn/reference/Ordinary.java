package dev.sojourn.reference;

import dev.sojourn.event.value.Role;
import java.util.Set;

/**
 * What the tables do not say of an author, by turns: sector, role, and dates that fit the role. Reconstruction
 * throughout, and no figure rests on it.
 */
final class Ordinary {

    private Ordinary() {}

    /** Where an author was in the sample's year: of twenty, fourteen at a university. */
    static Stay stay(Author author) {
        int turn = author.number();
        boolean university = turn * 7 % 20 < 14;
        Role role = university ? atUniversity(turn * 11 % 20) : turn % 4 == 0 ? Role.ENGINEER : Role.RESEARCHER;
        Place place = university ? Places.university(author.work(), turn) : Places.company(author.work(), turn);
        return new Stay(place, role, since(role, author.year(), turn), Set.of());
    }

    private static Role atUniversity(int turn) {
        return turn < 9 ? Role.PHD_STUDENT : turn < 12 ? Role.POSTDOC : Role.FACULTY;
    }

    /** When somebody in a role in a year may have begun: a year, for every third author with a month. */
    static String since(Role role, int year, int turn) {
        int start =
                switch (role) {
                    case PHD_STUDENT -> year - turn % 6;
                    case POSTDOC -> year - turn % 3;
                    case FACULTY -> year - 1 - turn % 17;
                    default -> year - turn % 8;
                };
        return turn % 3 == 0 ? "%d-%02d".formatted(start, role == Role.PHD_STUDENT ? 9 : turn % 9 + 1) : "" + start;
    }

    /** When somebody with such a stay may have finished the bachelor's degree. */
    static String graduation(Stay stay, int turn) {
        int before =
                switch (stay.role()) {
                    case PHD_STUDENT -> turn % 2;
                    case POSTDOC -> 5 + turn % 2;
                    case FACULTY -> 7 + turn % 4;
                    default -> 3 + turn % 6;
                };
        return "" + (stay.year() - before);
    }
}
