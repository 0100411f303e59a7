package dev.sojourn.command.rule;

import static dev.sojourn.command.RuleViolation.Rule.ALREADY_ENDED;
import static dev.sojourn.command.RuleViolation.Rule.ALREADY_THERE;
import static dev.sojourn.command.RuleViolation.Rule.ENDS_BEFORE_START;
import static dev.sojourn.command.RuleViolation.Rule.NOTHING_CHANGES;
import static dev.sojourn.command.RuleViolation.Rule.SPELL_EXISTS;
import static dev.sojourn.command.RuleViolation.Rule.UNKNOWN_SPELL;

import dev.sojourn.command.RuleViolation;
import dev.sojourn.command.SpellCommand;
import dev.sojourn.command.SpellCommand.ConfirmAffiliation;
import dev.sojourn.command.SpellCommand.CorrectAffiliation;
import dev.sojourn.command.SpellCommand.EndAffiliation;
import dev.sojourn.command.SpellCommand.RecordAffiliation;
import dev.sojourn.command.SpellCommand.RecordMove;
import dev.sojourn.command.SpellCommand.RetractAffiliation;
import dev.sojourn.command.Warning;
import dev.sojourn.event.Overloads;
import dev.sojourn.event.ResearcherEvent;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationConfirmed;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationEnded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.lang.invoke.MethodHandles;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules about one researcher's spells. Any number may run side by side: joint posts are common. */
public final class Spells {

    private static final Overloads<SpellCommand, List<ResearcherEvent>> RULES =
            new Overloads<>(MethodHandles.lookup(), "handle", SpellCommand.class);
    private static final Overloads<SpellEvent, Void> FOLDS =
            new Overloads<>(MethodHandles.lookup(), "on", SpellEvent.class);

    /** A spell as last told; retracted ones are gone, and may be recorded again. */
    private record Stay(Claim claim, LocalDate observedOn, Titled said) {}

    private final Map<SpellId, Stay> stays = new HashMap<>(4);

    List<ResearcherEvent> decide(SpellCommand command) {
        return RULES.call(this, command);
    }

    void fold(SpellEvent event) {
        FOLDS.call(this, event);
    }

    List<ResearcherEvent> handle(RecordAffiliation command) {
        requireNew(command.spell());
        return List.of(new AffiliationRecorded(
                command.researcher(),
                command.spell(),
                command.claim(),
                Reason.observedOn(command.observedOn(), command.personal()),
                command.personal()));
    }

    List<ResearcherEvent> handle(EndAffiliation command) {
        requireOpenUntil(command.spell(), command.end());
        return List.of(new AffiliationEnded(
                command.researcher(),
                command.spell(),
                command.end(),
                Reason.observedOn(command.observedOn(), command.personal()),
                command.personal()));
    }

    List<ResearcherEvent> handle(CorrectAffiliation command) {
        Reason.require(command.personal(), "a correction");
        var stay = stay(command.spell());
        var observedOn = Reason.observedOn(command.observedOn(), command.personal());
        if (sameAs(stay, new Stay(command.claim(), observedOn, command.personal()))) {
            throw new RuleViolation(
                    NOTHING_CHANGES,
                    "spell " + command.spell() + " reads like this already; if it was checked, confirm it");
        }
        return List.of(new AffiliationCorrected(
                command.researcher(), command.spell(), command.claim(), observedOn, command.personal()));
    }

    List<ResearcherEvent> handle(RetractAffiliation command) {
        Reason.require(command.personal(), "a retraction");
        stay(command.spell());
        return List.of(new AffiliationRetracted(command.researcher(), command.spell(), command.personal()));
    }

    List<ResearcherEvent> handle(ConfirmAffiliation command) {
        stay(command.spell());
        return List.of(new AffiliationConfirmed(
                command.researcher(),
                command.spell(),
                Reason.observedOn(command.observedOn(), command.personal()),
                command.personal()));
    }

    /** Both events, or a refusal: the new stay starts when the old one ends unless it has a start of its own. */
    List<ResearcherEvent> handle(RecordMove command) {
        var old = requireOpenUntil(command.ended(), command.end());
        requireNew(command.spell());
        var claim = command.claim().start() == null ? command.claim().withStart(command.end()) : command.claim();
        if (old.claim().institution().equals(claim.institution())
                && old.claim().role() == claim.role()
                && old.claim().kind() == claim.kind()) {
            throw new RuleViolation(
                    ALREADY_THERE,
                    "spell " + command.ended() + " is at " + claim.institution()
                            + " in the same role already; confirm it");
        }
        requireNotThere(command.ended(), claim);
        var said = command.personal();
        var observedOn = Reason.observedOn(command.observedOn(), said);
        return List.of(
                new AffiliationEnded(
                        command.researcher(),
                        command.ended(),
                        command.end(),
                        observedOn,
                        new Remarks(said.reason(), said.evidence(), said.notes())),
                new AffiliationRecorded(command.researcher(), command.spell(), claim, observedOn, said));
    }

    void on(AffiliationRecorded event) {
        stays.put(event.spell(), new Stay(event.claim(), event.observedOn(), event.personal()));
    }

    void on(AffiliationCorrected event) {
        stays.put(event.spell(), new Stay(event.claim(), event.observedOn(), event.personal()));
    }

    void on(AffiliationEnded event) {
        stays.computeIfPresent(
                event.spell(),
                (spell, stay) -> new Stay(stay.claim().withEnd(event.end()), stay.observedOn(), stay.said()));
    }

    void on(AffiliationRetracted event) {
        stays.remove(event.spell());
    }

    /** A confirmation adds to how we know, not to what is claimed. */
    void on(AffiliationConfirmed event) {}

    List<Warning> warnings(SpellEvent event, LocalDate today) {
        var claims = new HashMap<SpellId, Claim>();
        stays.forEach((spell, stay) -> claims.put(spell, stay.claim()));
        return new SpellWarnings(today).of(event, claims);
    }

    private Stay stay(SpellId spell) {
        var stay = stays.get(spell);
        if (stay == null) {
            throw new RuleViolation(
                    UNKNOWN_SPELL, "this researcher has no spell " + spell + "; its spells are " + stays.keySet());
        }
        return stay;
    }

    private void requireNew(SpellId spell) {
        if (stays.containsKey(spell)) {
            throw new RuleViolation(
                    SPELL_EXISTS,
                    "spell " + spell + " is recorded already; end, correct or retract it, or take a new id");
        }
    }

    /** Whoever has a stay like the new one, still open, does not move there: the old one ends. */
    private void requireNotThere(SpellId ended, Claim claim) {
        stays.forEach((spell, stay) -> {
            if (!spell.equals(ended)
                    && stay.claim().end() == null
                    && stay.claim().institution().equals(claim.institution())
                    && stay.claim().role() == claim.role()
                    && stay.claim().kind() == claim.kind()) {
                throw new RuleViolation(
                        ALREADY_THERE,
                        "spell " + spell + " is at " + claim.institution() + " in the same role already; end " + ended
                                + ", and confirm " + spell);
            }
        });
    }

    private Stay requireOpenUntil(SpellId spell, PartialDate end) {
        var stay = stay(spell);
        var claim = stay.claim();
        if (claim.end() != null) {
            throw new RuleViolation(
                    ALREADY_ENDED,
                    "spell " + spell + " ended in " + claim.end() + " already; if that is wrong, correct it");
        }
        if (claim.start() != null && end.latest().isBefore(claim.start().earliest())) {
            throw new RuleViolation(
                    ENDS_BEFORE_START,
                    "spell " + spell + " would end in " + end + ", certainly before its start in " + claim.start()
                            + "; correct the spell if the start is wrong");
        }
        return stay;
    }

    private static boolean sameAs(Stay one, Stay other) {
        return one.claim().equals(other.claim())
                && Objects.equals(one.observedOn(), other.observedOn())
                && Objects.equals(one.said().title(), other.said().title())
                && one.said().evidence().equals(other.said().evidence())
                && one.said().notes().equals(other.said().notes());
    }
}
