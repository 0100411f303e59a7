package dev.sojourn.event;

import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.ResearcherId;
import java.util.List;
import org.axonframework.serialization.Revision;

/** Who a researcher is, and who they are not. */
public sealed interface IdentityEvent extends ResearcherEvent {

    /** A researcher entered the ledger; without names where nobody may be named. */
    @Revision("1")
    record ResearcherRegistered(ResearcherId researcher, Identity personal) implements IdentityEvent {}

    /** The names became these, all of them; identifiers are not touched. */
    @Revision("1")
    record NamesChanged(ResearcherId researcher, Identity personal) implements IdentityEvent {}

    /** Other catalogues call the researcher by these, too. */
    @Revision("1")
    record IdentifierLinked(ResearcherId researcher, Identity personal) implements IdentityEvent {}

    /** These identifiers belong to somebody else, or to nobody. */
    @Revision("1")
    record IdentifierUnlinked(ResearcherId researcher, Identity personal) implements IdentityEvent {}

    /**
     * The researcher is the same person as another, who stays; from here on both count as one.
     *
     * @param into the one that stays
     */
    @Revision("1")
    record ResearcherMerged(ResearcherId researcher, ResearcherId into, Remarks personal) implements IdentityEvent {}

    /** The researcher is a person of their own after all. */
    @Revision("1")
    record ResearcherUnmerged(ResearcherId researcher, Remarks personal) implements IdentityEvent {}

    /** Somebody looked, and the two are not the same person. */
    @Revision("1")
    record DistinctFromRecorded(ResearcherId researcher, ResearcherId other, Remarks personal)
            implements IdentityEvent {}

    /**
     * The researcher's personal data was made unreadable, on request; what is counted stays.
     *
     * @param suppressed keyed hashes of names and identifiers, so that an import does not bring the person back unnoticed
     */
    @Revision("2")
    record PersonErased(ResearcherId researcher, List<String> suppressed, Remarks personal) implements IdentityEvent {

        /**
         * Missing hashes read as none.
         *
         * @throws IllegalArgumentException if one is none
         */
        public PersonErased {
            suppressed = suppressed == null ? List.of() : List.copyOf(suppressed);
            if (!suppressed.stream().allMatch(hash -> hash.matches("[0-9a-f]{64}"))) {
                throw new IllegalArgumentException("a hash has 64 characters of lower-case hex");
            }
        }

        /** Before anybody worked out what to suppress. */
        public PersonErased(ResearcherId researcher, Remarks personal) {
            this(researcher, List.of(), personal);
        }
    }
}
