package dev.sojourn.command.lookup;

import static dev.sojourn.command.RuleViolation.Rule.DISTINCT_PERSONS;
import static dev.sojourn.command.RuleViolation.Rule.IDENTIFIER_TAKEN;
import static dev.sojourn.command.RuleViolation.Rule.INSTITUTION_CLOSED;
import static dev.sojourn.command.RuleViolation.Rule.INSTITUTION_MERGED;
import static dev.sojourn.command.RuleViolation.Rule.MERGED_NOT_ERASED;
import static dev.sojourn.command.RuleViolation.Rule.MERGE_CHAIN;
import static dev.sojourn.command.RuleViolation.Rule.NOTHING_CHANGES;
import static dev.sojourn.command.RuleViolation.Rule.PARENT_CYCLE;
import static dev.sojourn.command.RuleViolation.Rule.PERSON_SUPPRESSED;
import static dev.sojourn.command.RuleViolation.Rule.POSITION_BEYOND_HEAD;
import static dev.sojourn.command.RuleViolation.Rule.RESEARCHER_ERASED;
import static dev.sojourn.command.RuleViolation.Rule.RESEARCHER_MERGED;
import static dev.sojourn.command.RuleViolation.Rule.SPELL_BELONGS_TO_ANOTHER;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_RESEARCHER;

import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.rule.InstitutionState;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.EducationEvent.EducationCorrected;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.DistinctFromRecorded;
import dev.sojourn.event.IdentityEvent.IdentifierLinked;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.time.PartialDate;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/**
 * The rules that no single subject can decide: asked of each event before it is recorded, since an event of one kind may
 * come of several commands.
 *
 * @param head position of the last event before it
 */
public record Surroundings(Lookups lookups, long head) {

    /** In no list. */
    private static final int ALONE = -1;

    /**
     * Sees whether an event fits in.
     *
     * @throws RuleViolation if a rule forbids it
     */
    public void check(Event event) {
        if (event instanceof AffiliationRecorded recorded) {
            requireOwn(recorded);
            require(recorded.claim());
        } else if (event instanceof AffiliationCorrected corrected) {
            require(corrected.claim());
        } else if (event instanceof EducationRecorded recorded) {
            require(recorded.degree());
        } else if (event instanceof EducationCorrected corrected) {
            require(corrected.degree());
        } else if (event instanceof ResearcherRegistered registered) {
            requireFree(registered.researcher(), registered.personal().identifiers());
        } else if (event instanceof IdentifierLinked linked) {
            requireFree(linked.researcher(), linked.personal().identifiers());
        } else if (event instanceof MembersAdded added) {
            for (int item = 0; item < added.researchers().size(); item++) {
                requireKnown(added.researchers().get(item), item);
                requireNotErased(added.researchers().get(item), item);
            }
        } else if (event instanceof ResearcherMerged merged) {
            requireMergeable(merged.researcher(), merged.into());
        } else if (event instanceof DistinctFromRecorded distinct) {
            requireNotOne(distinct.researcher(), distinct.other());
        } else if (event instanceof PersonErased erased) {
            requireWhole(erased.researcher());
        } else if (event instanceof ReleasePublished published && published.position() > head) {
            throw new RuleViolation(
                    POSITION_BEYOND_HEAD, "position " + published.position() + " is beyond the head, " + head);
        } else {
            checkInstitution(event);
        }
    }

    private void checkInstitution(Event event) {
        if (event instanceof InstitutionRegistered registered) {
            requireNoCycle(registered.institution(), registered.profile().parent(), LocalDate.MIN);
        } else if (event instanceof InstitutionCorrected corrected) {
            requireNoCycle(corrected.institution(), corrected.profile().parent(), LocalDate.MIN);
        } else if (event instanceof ParentChanged changed) {
            requireNoCycle(
                    changed.institution(), changed.parent(), changed.from().earliest());
        } else if (event instanceof InstitutionMerged merged) {
            requireAlive(merged.into(), merged.from());
            requireNoReturn(merged.institution(), merged.into());
        }
    }

    void requireOwn(AffiliationRecorded event) {
        lookups.ownerOfSpell(event.spell().value())
                .filter(owner -> !owner.equals(event.researcher().key()))
                .ifPresent(owner -> {
                    throw new RuleViolation(
                            SPELL_BELONGS_TO_ANOTHER,
                            "spell " + event.spell() + " is or was one of " + owner + "; take another id");
                });
    }

    private void require(Claim claim) {
        requireAlive(claim.institution(), claim.start());
    }

    private void require(Degree degree) {
        if (degree.institution() != null) {
            requireAlive(degree.institution(), degree.start() == null ? degree.end() : degree.start());
        }
    }

    private void requireMergeable(ResearcherId gone, ResearcherId into) {
        requireKnown(into, ALONE);
        requireNotErased(into, ALONE);
        lookups.survivor(into).ifPresent(survivor -> {
            throw new RuleViolation(
                    RESEARCHER_MERGED,
                    "researcher " + into + " counts as " + survivor + " already; merge into that one");
        });
        var absorbed = lookups.mergedInto(gone);
        if (!absorbed.isEmpty()) {
            throw new RuleViolation(
                    MERGE_CHAIN,
                    String.join(", ", absorbed) + " count as researcher " + gone
                            + "; take that back and merge them into the same one, or merge the other way round");
        }
        if (lookups.distinct(gone, into)) {
            throw new RuleViolation(
                    DISTINCT_PERSONS,
                    "it is recorded that " + gone + " and " + into
                            + " are not the same person; undo that first if it is wrong");
        }
    }

    private void requireNotOne(ResearcherId one, ResearcherId other) {
        requireKnown(other, ALONE);
        if (lookups.survivor(one).filter(other.key()::equals).isPresent()
                || lookups.survivor(other).filter(one.key()::equals).isPresent()) {
            throw new RuleViolation(
                    RESEARCHER_MERGED, one + " and " + other + " count as one person; take the merge back first");
        }
        if (lookups.distinct(one, other)) {
            throw new RuleViolation(
                    NOTHING_CHANGES, "that " + one + " and " + other + " are not the same person is recorded already");
        }
    }

    private void requireKnown(ResearcherId researcher, int item) {
        if (!lookups.exists(researcher)) {
            throw new RuleViolation(
                    UNKNOWN_RESEARCHER,
                    "no researcher " + researcher + " is in the ledger; register the person first",
                    item);
        }
    }

    /** Whoever counts as a person is that person: names of theirs must not stay behind. */
    private void requireWhole(ResearcherId researcher) {
        var left = lookups.mergedInto(researcher).stream()
                .map(key -> new ResearcherId(key.substring(key.indexOf(':') + 1)))
                .filter(merged -> !lookups.erased(merged))
                .map(ResearcherId::toString)
                .sorted()
                .toList();
        if (!left.isEmpty()) {
            throw new RuleViolation(
                    MERGED_NOT_ERASED,
                    String.join(", ", left) + " count as " + researcher
                            + ", and are the same person; erase them first");
        }
    }

    private void requireNotErased(ResearcherId researcher, int item) {
        if (lookups.erased(researcher)) {
            throw new RuleViolation(
                    RESEARCHER_ERASED,
                    "researcher " + researcher + " was erased on request; nothing more is recorded",
                    item);
        }
    }

    /** The message names the scheme only: the identifier itself is personal. */
    void requireFree(ResearcherId researcher, List<Identifier> identifiers) {
        for (int at = 0; at < identifiers.size(); at++) {
            var identifier = identifiers.get(at);
            int item = at;
            lookups.erasedWith(identifier)
                    .filter(erased -> !erased.equals(researcher.key()))
                    .ifPresent(erased -> {
                        throw new RuleViolation(
                                PERSON_SUPPRESSED,
                                "this " + identifier.scheme() + " identifier was that of " + erased
                                        + ", who was erased on request and must not be recorded again",
                                item);
                    });
            lookups.ownerOf(identifier)
                    .filter(owner -> !owner.equals(researcher.key()))
                    .ifPresent(owner -> {
                        throw new RuleViolation(
                                IDENTIFIER_TAKEN,
                                "this " + identifier.scheme() + " identifier is one of " + owner
                                        + "; leave it out, unlink it there, or record it on that person",
                                item);
                    });
        }
    }

    /** An institution has to be in the ledger, and not certainly gone by that day; null: not known. */
    private void requireAlive(InstitutionId institution, PartialDate on) {
        if (!lookups.exists(institution)) {
            throw InstitutionState.unknown(institution.value());
        }
        lookups.relations().merger(institution).ifPresent(merger -> {
            if (on != null && !on.earliest().isBefore(merger.from().latest())) {
                throw new RuleViolation(
                        INSTITUTION_MERGED,
                        institution + " went on as " + merger.into() + " from " + merger.from() + ", so nothing in "
                                + on + " can be there; name " + merger.into());
            }
        });
        lookups.relations().closing(institution).ifPresent(closing -> {
            if (on != null && !on.earliest().isBefore(closing.latest())) {
                throw new RuleViolation(
                        INSTITUTION_CLOSED,
                        institution + " closed from " + closing + ", so nothing in " + on
                                + " can be there; name another institution, or undo the closing if that is wrong");
            }
        });
    }

    private void requireNoReturn(InstitutionId institution, InstitutionId into) {
        var walked = new HashSet<InstitutionId>(); // adopted events may have made a circle
        for (var next = into; next != null && walked.add(next); ) {
            if (next.equals(institution)) {
                throw new RuleViolation(
                        INSTITUTION_MERGED, into + " goes on as " + institution + " itself; merge the other way round");
            }
            next = lookups.relations().merger(next).map(Relatives.Merger::into).orElse(null);
        }
    }

    private void requireNoCycle(InstitutionId institution, InstitutionId parent, LocalDate from) {
        if (parent == null) {
            return;
        }
        if (!parent.equals(institution) && !lookups.exists(parent)) {
            throw InstitutionState.unknown(parent.value());
        }
        var until = lookups.relations().parentUntil(institution, from);
        if (lookups.relations().below(parent, institution, from, until)) {
            throw new RuleViolation(
                    PARENT_CYCLE,
                    parent + " is " + institution + " or below it on some day, so it cannot be its parent");
        }
    }
}
