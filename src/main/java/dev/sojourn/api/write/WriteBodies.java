package dev.sojourn.api.write;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What writes are given, as JSON. Dates are as written: 2023, 2023-05 or 2023-05-17, with ~ or ? at the end. */
final class WriteBodies {
    private WriteBodies() {}

    /** A new person. */
    record Person(Names names, List<Identifier> identifiers, String reason, List<Evidence> evidence) {
        Person {
            if (names == null) {
                throw new IllegalArgumentException(
                        "a person needs names, by script, as in {\"Latn\": \"Yang Zhilin\", \"Hans\": \"杨植麟\"}");
            }
        }

        Remarks remarks() {
            return new Remarks(reason, evidence, Map.of());
        }
    }

    /** A stay: the whole claim. */
    record Stay(
            InstitutionId institution,
            Role role,
            String title,
            Kind kind,
            PartialDate start,
            PartialDate end,
            CountryCode workplace,
            Set<Flag> flags,
            LocalDate observedOn,
            String reason,
            List<Evidence> evidence) {
        Claim claim() {
            return new Claim(institution, role, kind, start, end, workplace, flags);
        }

        Titled titled() {
            return new Titled(title, reason, evidence, Map.of());
        }
    }

    /**
     * A move: one stay ends and the next begins.
     *
     * @param from the spell to end
     * @param left first day no longer there; absent: the day the new stay starts
     * @param to the new stay
     */
    record Move(SpellId from, PartialDate left, Stay to) {
        Move {
            if (from == null || to == null) {
                throw new IllegalArgumentException("a move needs from, the spell to end, and to, the new stay");
            }
        }
    }

    /** A degree. */
    record Study(
            Level level,
            InstitutionId institution,
            CountryCode country,
            PartialDate start,
            PartialDate end,
            String title,
            String reason,
            List<Evidence> evidence) {
        Degree degree() {
            return new Degree(level, institution, country, start, end);
        }

        Titled titled() {
            return new Titled(title, reason, evidence, Map.of());
        }
    }

    /** A check that a stay still holds. */
    record Confirmation(SpellId spell, LocalDate observedOn, String reason, List<Evidence> evidence) {
        Remarks remarks() {
            return new Remarks(reason, evidence, Map.of());
        }
    }

    /**
     * The end of a stay.
     *
     * @param end first day no longer there
     */
    record End(PartialDate end, LocalDate observedOn, String reason, List<Evidence> evidence) {
        Remarks remarks() {
            return new Remarks(reason, evidence, Map.of());
        }
    }

    /** Why a stay never happened. */
    record Retraction(String reason, List<Evidence> evidence) {
        Remarks remarks() {
            return new Remarks(reason, evidence, Map.of());
        }
    }
}
