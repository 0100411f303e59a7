package dev.sojourn.exchange.plan;

import static dev.sojourn.exchange.plan.Step.Change.CHANGE;
import static dev.sojourn.exchange.plan.Step.Change.CREATE;
import static dev.sojourn.exchange.plan.Step.Change.REFUSAL;

import dev.sojourn.command.Command;
import dev.sojourn.command.EducationCommand.RecordEducation;
import dev.sojourn.command.IdentityCommand.LinkIdentifier;
import dev.sojourn.command.IdentityCommand.RegisterResearcher;
import dev.sojourn.command.InstitutionCommand.RegisterInstitution;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.exchange.check.Contents;
import dev.sojourn.exchange.check.Entry;
import dev.sojourn.exchange.check.Entry.Assertion;
import dev.sojourn.exchange.check.Entry.Education;
import dev.sojourn.exchange.check.Entry.Institution;
import dev.sojourn.exchange.check.Entry.Membership;
import dev.sojourn.exchange.check.Entry.Person;
import dev.sojourn.exchange.check.Fingerprints;
import dev.sojourn.exchange.check.Known;
import dev.sojourn.exchange.intake.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts a package's rows in the order in which they are applied, each with its commands and its recorded time. */
public final class Planner {

    private final Contents contents;
    private final Fingerprints fingerprints;
    private final Known known;
    private final boolean keepRecordedTime;
    private final Predicate<Row> refused;
    private final Function<String, ResearcherId> newIds;

    private final Map<String, List<Education>> education;
    private final Map<String, List<Membership>> memberships;
    private final Map<String, ResearcherId> researchers = new HashMap<>();
    private final Set<String> placed = new HashSet<>();
    private final Set<String> introduced = new HashSet<>();
    private final List<Step> steps = new ArrayList<>();
    private final Cohorts cohorts;
    private final Map<String, Long> lastApplied = new HashMap<>();
    private final List<Row> late = new ArrayList<>();
    private final List<Row> early = new ArrayList<>();
    private Instant now;

    /**
     * Prepares a plan.
     *
     * @param refused rows that must not be applied
     * @param newIds gives a researcher id to a person of the package that the ledger does not know, the same each time
     */
    public Planner(
            Contents contents,
            Fingerprints fingerprints,
            Known known,
            boolean keepRecordedTime,
            Predicate<Row> refused,
            Function<String, ResearcherId> newIds) {
        this.contents = contents;
        this.fingerprints = fingerprints;
        this.known = known;
        this.keepRecordedTime = keepRecordedTime;
        this.refused = refused;
        this.newIds = newIds;
        this.education = contents.education().stream().collect(Collectors.groupingBy(Education::person));
        this.memberships = contents.memberships().stream().collect(Collectors.groupingBy(Membership::person));
        this.cohorts = new Cohorts(known);
    }

    /** All steps, in order. */
    public List<Step> steps() {
        now = first();
        introduceUnnamed();
        var spells = new SpellBook(
                known,
                contents.derivedSpells(),
                contents.assertions().stream().map(Assertion::spell).collect(Collectors.toSet()));
        contents.assertions().stream()
                .filter(this::applied)
                .forEach(assertion -> lastApplied.merge(assertion.spell(), assertion.seq(), Math::max));
        for (var assertion : contents.assertions()) {
            advance(assertion);
            introduce(assertion);
            take(assertion, spells);
        }
        return steps;
    }

    /** People that no row names, by the package's own ids. */
    public List<String> unnamedPeople() {
        var named = named(Assertion::person);
        return contents.people().keySet().stream()
                .filter(id -> !named.contains(id))
                .toList();
    }

    /** Rows that are new although later rows of their spell are in the ledger, so that they are not applied. */
    public List<Row> late() {
        return late;
    }

    /** Rows that would have to be recorded before what the ledger holds already. */
    public List<Row> early() {
        return early;
    }

    private void take(Assertion assertion, SpellBook spells) {
        Row row = assertion.row();
        boolean applied = applied(assertion);
        boolean tooLate = !applied && assertion.seq() < lastApplied.getOrDefault(assertion.spell(), Long.MIN_VALUE);
        applied |= tooLate;
        List<Command> commands = refused.test(row)
                ? spells.refuse(assertion, applied)
                : spells.take(assertion, researcher(assertion.person()), applied);
        if (commands.isEmpty()) {
            return;
        }
        if (tooLate) {
            late.add(row);
        } else if (!applied
                && !refused.test(row)
                && keepRecordedTime
                && assertion.recorded().isBefore(known.lastRecorded())) {
            early.add(row);
        } else {
            boolean creates = commands.get(0) instanceof RecordAffiliation;
            step(row, commands, refused.test(row) ? REFUSAL : creates ? CREATE : CHANGE);
        }
    }

    private boolean applied(Assertion assertion) {
        return known.applied().test(fingerprints.of(assertion.row()));
    }

    /** Time only moves forward, also past rows whose own time cannot be trusted. */
    private void advance(Assertion assertion) {
        Instant own = assertion.recorded();
        if (keepRecordedTime && own != null && !own.isAfter(known.now()) && (now == null || own.isAfter(now))) {
            now = own;
        }
    }

    private Instant first() {
        if (!keepRecordedTime) {
            return null;
        }
        Instant first = contents.assertions().stream()
                .filter(assertion -> !refused.test(assertion.row()))
                .map(Assertion::recorded)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return first == null || first.isAfter(known.lastRecorded()) ? first : known.lastRecorded();
    }

    /** Nothing says when they were learned, so it is the time of the first row. */
    private void introduceUnnamed() {
        var named = named(Assertion::person);
        var there = named(assertion ->
                assertion.institution() == null ? null : assertion.institution().value());
        contents.education().stream()
                .filter(degree -> named.contains(degree.person()))
                .map(degree -> degree.degree().institution())
                .filter(Objects::nonNull)
                .forEach(institution -> there.add(institution.value()));
        for (var institution : List.copyOf(contents.institutions().values())) {
            if (there.contains(institution.id().value())) {
                var parent = institution.profile().parent();
                while (parent != null && there.add(parent.value())) {
                    var above = contents.institutions().get(parent.value());
                    parent = above == null ? null : above.profile().parent();
                }
            }
        }
        contents.institutions().keySet().stream()
                .filter(id -> !there.contains(id))
                .forEach(this::place);
        contents.people().keySet().stream().filter(id -> !named.contains(id)).forEach(this::introduce);
    }

    private Set<String> named(Function<Assertion, String> by) {
        return contents.assertions().stream().map(by).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    private void introduce(Assertion assertion) {
        if (assertion.institution() != null) {
            place(assertion.institution().value());
        }
        if (assertion.person() != null) {
            introduce(assertion.person());
        }
    }

    private void place(String id) {
        Institution institution = contents.institutions().get(id);
        if (institution == null || !placed.add(id) || refused.test(institution.row())) {
            return;
        }
        var parent = institution.profile().parent();
        if (parent != null) {
            place(parent.value());
        }
        step(
                institution.row(),
                List.of(new RegisterInstitution(institution.id(), institution.profile(), notes(institution.notes()))),
                CREATE);
    }

    private void introduce(String id) {
        if (!introduced.add(id)) {
            return;
        }
        Person person = contents.people().get(id);
        if (person != null && !refused.test(person.row())) {
            register(person);
        }
        for (var degree : education.getOrDefault(id, List.of())) {
            if (!refused.test(degree.row())) {
                record(degree);
            }
        }
        for (var membership : memberships.getOrDefault(id, List.of())) {
            if (!refused.test(membership.row())) {
                step(membership.row(), cohorts.add(membership, researcher(id), now), CREATE);
            }
        }
    }

    private void register(Person person) {
        var researcher = known.researcher().apply(person.own());
        if (researcher.isEmpty()) {
            var identifiers = new ArrayList<Identifier>();
            identifiers.add(person.own());
            identifiers.addAll(person.identifiers());
            step(
                    person.row(),
                    List.of(new RegisterResearcher(
                            researcher(person.id()), person.names(), identifiers, notes(person.notes()))),
                    CREATE);
            return;
        }
        List<Command> links = person.identifiers().stream()
                .filter(identifier -> known.researcher().apply(identifier).isEmpty())
                .<Command>map(identifier -> new LinkIdentifier(researcher.get(), identifier, notes(person.notes())))
                .toList();
        if (!links.isEmpty()) {
            step(person.row(), links, CHANGE);
        }
    }

    private void record(Education degree) {
        InstitutionId institution = degree.degree().institution();
        if (institution != null) {
            place(institution.value());
        }
        var id = new EducationId("e-" + fingerprints.of(degree.row()).substring(0, 32));
        var personal = new Titled(null, null, List.of(), degree.notes());
        step(
                degree.row(),
                List.of(new RecordEducation(researcher(degree.person()), id, degree.degree(), personal)),
                CREATE);
    }

    private ResearcherId researcher(String person) {
        return researchers.computeIfAbsent(
                person,
                id -> known.researcher().apply(new Identifier(Entry.SCHEME, id)).orElseGet(() -> newIds.apply(id)));
    }

    private void step(Row row, List<Command> commands, Step.Change change) {
        steps.add(new Step(row, fingerprints.of(row), now, commands, change));
    }

    private static Remarks notes(Map<String, String> notes) {
        return notes.isEmpty() ? Remarks.NONE : new Remarks(null, List.of(), notes);
    }
}
