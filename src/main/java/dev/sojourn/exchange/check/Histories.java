package dev.sojourn.exchange.check;

import dev.sojourn.exchange.check.Entry.Assertion;
import dev.sojourn.exchange.intake.Flaw;
import dev.sojourn.exchange.intake.Problems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks that what the rows do to each spell can be done to it, one after another. */
final class Histories {

    /** What the rows so far leave of a spell. */
    private enum State {
        BELIEVED,
        RETRACTED,
        /** A row of it was refused: anything may follow. */
        UNCERTAIN
    }

    private final Problems problems;
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Assertion> latest = new HashMap<>();

    Histories(Problems problems) {
        this.problems = problems;
    }

    void check(List<Assertion> inOrder) {
        for (var assertion : inOrder) {
            if (assertion.spell().isEmpty()) {
                continue;
            }
            if (!problems.refused(assertion.row())) {
                check(assertion);
            }
            boolean refused = problems.refused(assertion.row());
            states.put(assertion.spell(), refused ? State.UNCERTAIN : after(assertion));
            latest.put(assertion.spell(), assertion);
        }
    }

    private static State after(Assertion assertion) {
        return assertion.op() == Entry.Op.RETRACT ? State.RETRACTED : State.BELIEVED;
    }

    private void check(Assertion assertion) {
        State state = states.get(assertion.spell());
        var earlier = latest.get(assertion.spell());
        if (assertion.op() == Entry.Op.ASSERT) {
            if (state == State.BELIEVED) {
                problems.row(
                        assertion.row(),
                        "op",
                        Flaw.SPELL_ALREADY_ASSERTED,
                        "line " + earlier.row().line() + " says the same spell is believed already",
                        "write revise, or give a spell of its own another id");
            }
        } else if (state == null) {
            problems.row(
                    assertion.row(),
                    "spell_id",
                    Flaw.SPELL_NOT_ASSERTED,
                    "no row before it asserts this spell",
                    "correct the id, or add the row that asserts it");
        } else if (state == State.RETRACTED) {
            problems.row(
                    assertion.row(),
                    "op",
                    Flaw.SPELL_NOT_ASSERTED,
                    "line " + earlier.row().line() + " retracted this spell",
                    "write assert if it is believed again, or delete the row");
        } else if (assertion.op() == Entry.Op.REVISE && state == State.BELIEVED && assertion.repeats(earlier)) {
            problems.warning(
                    assertion.row(),
                    "op",
                    Flaw.SAME_CLAIM_AGAIN,
                    "line " + earlier.row().line() + " says the same; it counts as confirmed",
                    "");
        } else if (assertion.op() == Entry.Op.RETRACT
                && state == State.BELIEVED
                && !assertion.person().equals(earlier.person())) {
            problems.warning(
                    assertion.row(),
                    "person_id",
                    Flaw.PERSON_DIFFERS,
                    "the spell was another person's; it is retracted all the same",
                    "");
        }
    }
}
