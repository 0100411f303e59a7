package dev.sojourn.projection.day;

import dev.sojourn.projection.person.Researchers;
import dev.sojourn.projection.person.SpellRows;
import dev.sojourn.projection.person.States;

/**
 * From where the ledger is looked at.
 *
 * @param known how many researchers there are by number
 * @param position the last event that counts
 */
public record Standpoint(Researchers researchers, SpellRows spells, States states, int known, int position) {}
