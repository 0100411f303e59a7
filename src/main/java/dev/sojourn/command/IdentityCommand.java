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
}
