package dev.sojourn.exchange.check;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Profile;
import dev.sojourn.exchange.intake.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a row of a package says. Persons are named by the package's own ids. */
public sealed interface Entry {

    /** The scheme under which a person's id in the package is kept. */
    String SCHEME = "package";

    /** Where it is written. */
    Row row();

    /** An institution. */
    record Institution(Row row, InstitutionId id, Profile profile, Map<String, String> notes) implements Entry {}

    /**
     * A person.
     *
     * @param identifiers what other catalogues call the person; not the package's own id
     */
    record Person(Row row, String id, Names names, List<Identifier> identifiers, Map<String, String> notes)
            implements Entry {

        /** What finds the person again when the package comes again. */
        public Identifier own() {
            return new Identifier(SCHEME, id);
        }
    }

    /** A degree. */
    record Education(Row row, String person, Degree degree, Map<String, String> notes) implements Entry {}

    /** A person in a cohort. */
    record Membership(Row row, CohortId cohort, String person) implements Entry {}

    /** What an assertion does to the belief about its spell. */
    enum Op {
        ASSERT,
        REVISE,
        RETRACT
    }

    /**
     * A belief about a spell, from a moment on. Of a row that is refused only what is needed to let its spell go is
     * legible, and null the rest.
     *
     * @param seq place in the order in which beliefs were held
     * @param spell the package's id of the spell; empty if not legible
     * @param person the package's id of the person, or null if not legible
     * @param institution where, or null if not legible
     * @param recorded when it was believed, or null if the row does not say or must not be trusted
     * @param claim what is believed; null if nothing any more
     * @param observedOn the latest day at which it was seen to be true
     */
    record Assertion(
            Row row,
            long seq,
            Op op,
            String spell,
            String person,
            InstitutionId institution,
            Instant recorded,
            Claim claim,
            String title,
            LocalDate observedOn,
            List<Evidence> evidence,
            String note,
            Map<String, String> extras)
            implements Entry {

        /** Whether it says the same as an earlier one, seen on the same day in the same sources. */
        public boolean repeats(Assertion earlier) {
            return claim != null
                    && claim.equals(earlier.claim)
                    && person.equals(earlier.person)
                    && Objects.equals(title, earlier.title)
                    && Objects.equals(observedOn, earlier.observedOn)
                    && evidence.equals(earlier.evidence)
                    && extras.equals(earlier.extras);
        }

        /** Whether it says the same as an earlier one, but for an end that the earlier one did not know. */
        public boolean onlyEnds(Assertion earlier) {
            return claim.end() != null
                    && earlier.claim.end() == null
                    && person.equals(earlier.person)
                    && claim.withEnd(null).equals(earlier.claim)
                    && row.text("role").equals(earlier.row.text("role"));
        }
    }
}
