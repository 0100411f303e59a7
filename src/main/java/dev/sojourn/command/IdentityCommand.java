package dev.sojourn.command;

import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import java.util.List;

/** Who a researcher is. */
public sealed interface IdentityCommand extends ResearcherCommand {

    /**
     * Enters a researcher into the ledger.
     *
     * @param researcher a new random id
     * @param names by script, or null where nobody may be named
     * @param identifiers what other catalogues call the person; none of them another's
     */
    record RegisterResearcher(ResearcherId researcher, Names names, List<Identifier> identifiers, Remarks personal)
            implements IdentityCommand {

        /** Missing identifiers read as none. */
        public RegisterResearcher {
            identifiers = identifiers == null ? List.of() : List.copyOf(identifiers);
        }
    }

    /** Replaces all names; identifiers are not touched. */
    record ChangeNames(ResearcherId researcher, Names names, Remarks personal) implements IdentityCommand {

        /**
         * Takes whole sets of names only.
         *
         * @throws IllegalArgumentException without names
         */
        public ChangeNames {
            Missing.refuse(names, "names: write all of them, also those that stay");
        }
    }

    /** Adds what another catalogue calls the person. */
    record LinkIdentifier(ResearcherId researcher, Identifier identifier, Remarks personal) implements IdentityCommand {

        /**
         * Takes one identifier.
         *
         * @throws IllegalArgumentException without one
         */
        public LinkIdentifier {
            Missing.refuse(identifier, "identifier, as in orcid:0000-0002-1825-0097");
        }
    }

    /**
     * Makes the personal data of a researcher unreadable, everywhere and for good; what is counted stays. Needs a reason,
     * which is kept, and must not name the person.
     */
    record ErasePerson(ResearcherId researcher, Remarks personal) implements IdentityCommand {}

    /** Takes away an identifier that is somebody else's, or nobody's. */
    record UnlinkIdentifier(ResearcherId researcher, Identifier identifier, Remarks personal)
            implements IdentityCommand {

        /**
         * Takes one identifier.
         *
         * @throws IllegalArgumentException without one
         */
        public UnlinkIdentifier {
            Missing.refuse(identifier, "identifier, as in orcid:0000-0002-1825-0097");
        }
    }

    /**
     * Says that the researcher is the same person as another; from then on both count as one. Needs a reason.
     *
     * @param researcher the one that goes: what is recorded of it stays, and counts as the other's
     * @param into the one that stays
     */
    record MergeResearchers(ResearcherId researcher, ResearcherId into, Remarks personal) implements IdentityCommand {

        /**
         * Takes two researchers.
         *
         * @throws IllegalArgumentException unless there are two
         */
        public MergeResearchers {
            Missing.refuse(into, "into, the researcher that stays");
            if (into.equals(researcher)) {
                throw new IllegalArgumentException("into must be another researcher than the one that goes");
            }
        }
    }

    /** Says that a merged researcher is a person of their own after all. Needs a reason. */
    record UnmergeResearchers(ResearcherId researcher, Remarks personal) implements IdentityCommand {}

    /** Says that somebody looked, and the two are not the same person: they cannot be merged while that counts. */
    record RecordDistinctFrom(ResearcherId researcher, ResearcherId other, Remarks personal)
            implements IdentityCommand {

        /**
         * Takes two researchers.
         *
         * @throws IllegalArgumentException unless there are two
         */
        public RecordDistinctFrom {
            Missing.refuse(other, "other, the researcher that is not the same person");
            if (other.equals(researcher)) {
                throw new IllegalArgumentException("other must be another researcher");
            }
        }
    }
}
