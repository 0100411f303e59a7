package dev.sojourn.command.lookup;

import dev.sojourn.command.lookup.Owners.Kind;
import dev.sojourn.command.lookup.Relations.Merger;
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
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.store.LedgerStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What no single subject can see, folded from the events of all: kept in tables beside them, and changed in memory first
 * until {@link #write}. One instance per piece of work, for one thread.
 */
public final class Lookups {

    private final JdbcTemplate sql;
    private final LookupKey key;
    private final UnaryOperator<String> suppression;
    /** Whether anybody was ever erased, as long as that is known: most ledgers are never asked further. */
    private Boolean anyErased;

    private final Owners owners;
    private final Relations relations;
    private final CommandIds commandIds;
    private final ImportedRows rows;

    /**
     * Over the tables of a ledger.
     *
     * @param key hashes what the tables may not hold
     */
    public Lookups(LedgerStore store, LookupKey key) {
        this.sql = new JdbcTemplate(store.dataSource());
        this.key = key;
        suppression = text -> store.hash("suppression", text);
        owners = new Owners(sql);
        relations = new Relations(sql);
        commandIds = new CommandIds(sql);
        rows = new ImportedRows(sql);
    }

    /** Asks for whatever these name at once; single questions are answered from it then. */
    public void ask(Collection<? extends Id> subjects, Collection<String> spells, Collection<Identifier> identifiers) {
        owners.ask(Kind.SUBJECT, subjects.stream().map(Id::key).toList());
        owners.ask(Kind.SPELL, spells);
        owners.ask(
                Kind.IDENTIFIER,
                identifiers.stream()
                        .map(identifier -> key.hash(identifier.toString()))
                        .toList());
    }

    /** Those subjects of which nothing was ever recorded, not even what was undone since. */
    public List<Id> withoutEvents(Collection<? extends Id> subjects) {
        var keys = subjects.stream().map(Id::key).toList();
        var known = OneByOne.ask(sql, "select subject from event where subject = ? fetch first row only", keys);
        return subjects.stream()
                .filter(subject -> !known.containsKey(subject.key()))
                .<Id>map(subject -> subject)
                .toList();
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
        return owners.of(Kind.IDENTIFIER, key.hash(identifier.toString()));
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

    /** Hashed, since two ids together may be longer than a row allows. */
    private String pair(ResearcherId of, ResearcherId other) {
        return key.hash(of.key() + '\n' + other.key());
    }

    /** Whether a researcher was erased. */
    boolean erased(ResearcherId researcher) {
        return anyErased() && owners.of(Kind.ERASED, researcher.key()).isPresent();
    }

    /** The key of the erased researcher whose an identifier was. */
    public Optional<String> erasedWith(Identifier identifier) {
        return anyErased()
                ? owners.of(Kind.SUPPRESSED, suppression.apply(Suppression.text(identifier)))
                : Optional.empty();
    }

    /** The key of an erased researcher who had one of these names, as others may. */
    public Optional<String> erasedWith(Names names) {
        return anyErased()
                ? Suppression.texts(names).stream()
                        .flatMap(text -> owners.of(Kind.SUPPRESSED, suppression.apply(text)).stream())
                        .findFirst()
                : Optional.empty();
    }

    /** The event of an erasure with what is to be suppressed; see {@link Suppression#complete}. */
    public PersonErased completed(PersonErased event, Collection<? extends Event> recorded) {
        return Suppression.complete(event, recorded, suppression);
    }

    private boolean anyErased() {
        if (anyErased == null) {
            anyErased = owners.any(Kind.ERASED);
        }
        return anyErased;
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
     * @param counted the events of its subject that count, the event included; asked for only when it undoes one
     */
    public void on(Event event, Supplier<? extends List<? extends Event>> counted) {
        if (Undone.sequence(event) < 0) {
            fold(event);
            return;
        }
        var subject = event.subject();
        owners.removeAll(Kind.SUBJECT, subject.key());
        owners.removeAll(Kind.IDENTIFIER, subject.key());
        if (subject instanceof ResearcherId) {
            owners.removeAll(Kind.SPELL, subject.key());
            owners.removeAll(Kind.DISTINCT, subject.key());
            owners.remove(Kind.MERGED, subject.key());
        }
        if (subject instanceof InstitutionId institution) {
            relations.startOver(institution);
        }
        var events = counted.get();
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

    /** Position of the last event that the tables cover, in the running transaction. */
    public long position() {
        return sql.queryForObject("select position from lookup_head", Long.class);
    }

    /** Writes everything, in the running transaction: from then on the tables cover the events up to a position. */
    public void write(long position) {
        owners.write();
        relations.write();
        commandIds.write();
        rows.write();
        sql.update("update lookup_head set position = ?", position);
    }

    /** Forgets what was not written, but not what the tables answered. */
    public void forgetChanges() {
        anyErased = null;
        owners.forgetChanges();
        relations.forget();
        commandIds.forget();
        rows.forgetChanges();
    }

    /** Forgets what was not written, and what the tables answered. */
    public void forget() {
        forgetChanges();
        owners.forget();
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
                            key.hash(identifier.toString()),
                            unlinked.researcher().key()));
        } else if (event instanceof PersonErased erased) {
            String researcher = erased.researcher().key();
            owners.removeAll(Kind.IDENTIFIER, researcher);
            owners.put(Kind.ERASED, researcher, researcher);
            erased.suppressed().forEach(hash -> owners.put(Kind.SUPPRESSED, hash, researcher));
            anyErased = true;
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
        identifiers.forEach(
                identifier -> owners.put(Kind.IDENTIFIER, key.hash(identifier.toString()), researcher.key()));
    }
}
