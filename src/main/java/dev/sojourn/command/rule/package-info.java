/**
 * The rules that one subject can decide by itself: its state, folded from its events, and what it makes of a command.
 * Plain Java, so that single commands, imports and dry runs ask the very same classes.
 */
package dev.sojourn.command.rule;
