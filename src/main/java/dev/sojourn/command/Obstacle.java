package dev.sojourn.command;

import dev.sojourn.command.RuleViolation.Rule;
import dev.sojourn.event.value.Id;

/**
 * A later event that needs one which is to be undone.
 *
 * @param subject whose event it is
 * @param sequence its number within its subject, from 0
 * @param event its stable name
 * @param rule what would refuse it without the one undone
 * @param why with the values in question
 */
public record Obstacle(Id subject, long sequence, String event, Rule rule, String why) {}
