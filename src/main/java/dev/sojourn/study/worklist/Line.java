package dev.sojourn.study.worklist;

import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One thing to look at.
 *
 * @param researcher whom it is about
 * @param names by script; null where nobody may be named
 * @param spell which stay, or null if it is about no single one
 * @param institution where, or null
 * @param why it is on the list, in words
 * @param since the day from which it waits; null where nothing ever showed a stay to be true
 * @param days from {@code since} to the day of the list; null without
 * @param position of the event to look at, or null if it is about none
 * @param effect how far the figure asked about could move, in percentage points, of a count in people; null if none was
 */
public record Line(
        ResearcherId researcher,
        Names names,
        SpellId spell,
        InstitutionId institution,
        String why,
        LocalDate since,
        Long days,
        Long position,
        BigDecimal effect) {}
