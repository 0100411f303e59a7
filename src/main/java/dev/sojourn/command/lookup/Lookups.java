package dev.sojourn.command.lookup;

import dev.sojourn.command.lookup.Owners.Kind;
import dev.sojourn.command.lookup.Relatives.Merger;
import dev.sojourn.command.rule.Undone;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.DistinctFromRecorded;
import dev.sojourn.event.IdentityEvent.IdentifierLinked;
import dev.sojourn.event.IdentityEvent.IdentifierUnlinked;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.IdentityEvent.ResearcherMerged;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.IdentityEvent.ResearcherUnmerged;
import dev.sojourn.event.InstitutionEvent.InstitutionClosed;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What no single subject can see, folded from the events of all: the {@link LookupIndex}, and what a piece of work changes,
 * which nobody else sees until its transaction has committed. One instance per piece of work, for one thread.
 */
public final class Lookups {

    private final LookupIndex index;
    private final JdbcTemplate sql;
    private final UnaryOperator<String> suppression;

    private final Owners owners;
    private final Relations relations;
    private final CommandIds commandIds;
    private final ImportedRows rows;
    /** Positions of the first events of subjects that had none. */
    private final Map<String, Long> firsts = new LinkedHashMap<>();

    /** Over the look-ups of a ledger. */
    public Lookups(LookupIndex index) {
        this.index = index;
        sql = new JdbcTemplate(index.store().dataSource());
        suppression = text -> index.store().hash("suppression", text);
        owners = new Owners(index);
        relations = new Relations(index);
        commandIds = new CommandIds(index);
        rows = new ImportedRows(index);
    }

    /** Whether anything was ever recorded of a subject, be it undone since. */
    public boolean heardOf(Id subject) {
        return firsts.containsKey(subject.key()) || index.heardOf(subject.key());
    }

    /** Whether a subject was entered into the ledger. */
    public boolean exists(Id subject) {
        return owners.of(Kind.SUBJECT, subject.key()).isPresent();
    }

    /** The key of the researcher whose a spell id is or ever was. */
    Optional<String> ownerOfSpell(String spell) {
        return owners.of(Kind.SPELL, spell);
    }

    /** The researcher whose a spell id is or ever was. */
    public Optional<ResearcherId> whose(SpellId spell) {
        return ownerOfSpell(spell.value()).map(key -> new ResearcherId(key.substring(key.indexOf(':') + 1)));
    }

    /** The key of the researcher whose an identifier is. */
    public Optional<String> ownerOf(Identifier identifier) {
        return owners.of(Kind.IDENTIFIER, identifier.toString());
    }

    /** The key of the researcher that one counts as, if it counts as another. */
    Optional<String> survivor(ResearcherId researcher) {
        return owners.of(Kind.MERGED, researcher.key());
    }

    /** The keys of the researchers that count as one. */
    List<String> mergedInto(ResearcherId survivor) {
        return owners.owned(Kind.MERGED, survivor.key());
    }

    /** Whether somebody looked and found two researchers not to be the same person. */
    boolean distinct(ResearcherId one, ResearcherId other) {
        return owners.of(Kind.DISTINCT, pair(one, other)).isPresent()
                || owners.of(Kind.DISTINCT, pair(other, one)).isPresent();
    }

    private static String pair(ResearcherId of, ResearcherId other) {
        return of.key() + '\n' + other.key();
    }

    /** Whether a researcher was erased. */
    boolean erased(ResearcherId researcher) {
        return owners.of(Kind.ERASED, researcher.key()).isPresent();
    }

    /** The key of the erased researcher whose an identifier was. */
    public Optional<String> erasedWith(Identifier identifier) {
        return owners.any(Kind.ERASED) // which most ledgers say no to, and hashing takes time
                ? owners.of(Kind.SUPPRESSED, suppression.apply(Suppression.text(identifier)))
                : Optional.empty();
    }

    /** The key of an erased researcher who had one of these names, as others may. */
    public Optional<String> erasedWith(Names names) {
        return owners.any(Kind.ERASED)
                ? Suppression.texts(names).stream()
                        .flatMap(text -> owners.of(Kind.SUPPRESSED, suppression.apply(text)).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** The event of an erasure with what is to be suppressed; see {@link Suppression#complete}. */
    public PersonErased completed(PersonErased event, Collection<? extends Event> recorded) {
        return Suppression.complete(event, recorded, suppression);
    }

    Relations relations() {
        return relations;
    }

    public CommandIds commandIds() {
        return commandIds;
    }

    public ImportedRows rows() {
        return rows;
    }

    /**
     * Folds an event.
     *
     * @param position its place in the ledger
     * @param all the events of its subject in order, the event included; asked for only when it undoes one, or erases
     */
    public void on(Event event, long position, Supplier<? extends List<? extends Event>> all) {
        var subject = event.subject();
        if (!heardOf(subject)) {
            firsts.put(subject.key(), position);
        }
        if (Undone.sequence(event) >= 0) {
            startOver(subject, all.get());
        } else if (event instanceof PersonErased erased) {
            erase(erased, all.get());
        } else {
            fold(event);
        }
    }

    private void erase(PersonErased erased, List<? extends Event> all) {
        String researcher = erased.researcher().key();
        takeIdentifiers(researcher, all);
        owners.put(Kind.ERASED, researcher, researcher);
        erased.suppressed().forEach(hash -> owners.put(Kind.SUPPRESSED, hash, researcher));
    }

    private void takeIdentifiers(String researcher, List<? extends Event> all) {
        all.stream()
                .map(Event::personal)
                .filter(Identity.class::isInstance)
                .flatMap(personal -> ((Identity) personal).identifiers().stream())
                .forEach(identifier -> owners.remove(Kind.IDENTIFIER, identifier.toString(), researcher));
    }

    /** Takes back what all events of a subject ever did, and folds those that count again. */
    private void startOver(Id subject, List<? extends Event> all) {
        owners.remove(Kind.SUBJECT, subject.key());
        if (subject instanceof ResearcherId) {
            takeIdentifiers(subject.key(), all);
            for (var each : all) {
                if (each instanceof AffiliationRecorded recorded) {
                    owners.remove(Kind.SPELL, recorded.spell().value(), subject.key());
                } else if (each instanceof DistinctFromRecorded distinct) {
                    owners.remove(Kind.DISTINCT, pair(distinct.researcher(), distinct.other()));
                }
            }
            owners.remove(Kind.MERGED, subject.key());
        }
        if (subject instanceof InstitutionId institution) {
            relations.startOver(institution);
        }
        var events = Undone.counted(all);
        for (var each : events) {
            if (each instanceof ResearcherRegistered registered) {
                enter(registered.researcher());
            } else if (!(each instanceof IdentifierLinked || each instanceof IdentifierUnlinked)) {
                fold(each);
            }
        }
        if (subject instanceof ResearcherId researcher) {
            // Only what is left in the end: what was linked and unlinked again may be another's by now.
            link(researcher, List.copyOf(identifiers(events)));
        }
    }

    /** The identifiers that a researcher has after events of theirs. */
    static Set<Identifier> identifiers(Collection<? extends Event> events) {
        var identifiers = new LinkedHashSet<Identifier>();
        for (var event : events) {
            if (event instanceof ResearcherRegistered registered) {
                identifiers.addAll(registered.personal().identifiers());
            } else if (event instanceof IdentifierLinked linked) {
                identifiers.addAll(linked.personal().identifiers());
            } else if (event instanceof IdentifierUnlinked unlinked) {
                unlinked.personal().identifiers().forEach(identifiers::remove);
            } else if (event instanceof PersonErased) {
                identifiers.clear();
            }
        }
        return identifiers;
    }

    /** Position of the last event that is folded for all to see. */
    public long position() {
        return index.position();
    }

    /**
     * In the running transaction: writes what no event tells, and has all see what was folded once it has committed.
     *
     * @param upTo position of the last event
     */
    public void write(long upTo) {
        rows.write(sql);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    publish(upTo);
                } catch (RuntimeException | Error failed) {
                    index.store().refuseWrites("the look-ups are behind the events; start again");
                    throw failed;
                }
            }
        });
    }

    /** Has all see what was folded, up to a position. */
    void publish(long upTo) {
        firsts.forEach((subject, position) -> {
            index.first(subject, position);
            index.enter(subject, false);
        });
        firsts.clear();
        owners.publish();
        relations.publish();
        commandIds.publish();
        rows.publish();
        index.covers(upTo);
    }

    /** Forgets what nobody else has seen. */
    public void forget() {
        firsts.clear();
        owners.forget();
        relations.forget();
        commandIds.forget();
        rows.forget();
    }

    private void fold(Event event) {
        if (event instanceof AffiliationRecorded recorded) {
            owners.put(
                    Kind.SPELL, recorded.spell().value(), recorded.researcher().key());
        } else if (event instanceof ResearcherRegistered registered) {
            enter(registered.researcher());
            link(registered.researcher(), registered.personal().identifiers());
        } else if (event instanceof IdentifierLinked linked) {
            link(linked.researcher(), linked.personal().identifiers());
        } else if (event instanceof IdentifierUnlinked unlinked) {
            unlinked.personal()
                    .identifiers()
                    .forEach(identifier -> owners.remove(
                            Kind.IDENTIFIER,
                            identifier.toString(),
                            unlinked.researcher().key()));
        } else {
            foldOther(event);
        }
    }

    private void foldOther(Event event) {
        if (event instanceof InstitutionRegistered registered) {
            enter(registered.institution());
            var parent = registered.profile().parent();
            if (parent != null) {
                relations.parent(registered.institution(), LocalDate.MIN, parent);
            }
        } else if (event instanceof InstitutionCorrected corrected) {
            relations.parent(
                    corrected.institution(), LocalDate.MIN, corrected.profile().parent());
        } else if (event instanceof ParentChanged changed) {
            relations.parent(changed.institution(), changed.from().earliest(), changed.parent());
        } else if (event instanceof InstitutionMerged merged) {
            relations.merge(merged.institution(), new Merger(merged.into(), merged.from()));
        } else if (event instanceof InstitutionClosed closed) {
            relations.close(closed.institution(), closed.from());
        } else if (event instanceof ResearcherMerged merged) {
            owners.put(Kind.MERGED, merged.researcher().key(), merged.into().key());
        } else if (event instanceof ResearcherUnmerged unmerged) {
            owners.remove(Kind.MERGED, unmerged.researcher().key());
        } else if (event instanceof DistinctFromRecorded distinct) {
            owners.put(
                    Kind.DISTINCT,
                    pair(distinct.researcher(), distinct.other()),
                    distinct.researcher().key());
        } else if (event instanceof CohortDefined || event instanceof ReleasePublished) {
            enter(event.subject());
        }
    }

    private void enter(Id subject) {
        owners.put(Kind.SUBJECT, subject.key(), subject.key());
    }

    private void link(ResearcherId researcher, List<Identifier> identifiers) {
        identifiers.forEach(identifier -> owners.put(Kind.IDENTIFIER, identifier.toString(), researcher.key()));
    }
}
