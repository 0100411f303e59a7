/**
 * The rules that no single subject can decide, and the tables they need: whose an identifier is, which institutions
 * belong together, which commands were answered. Changed in a command's own transaction, and rebuilt from the events.
 */
package dev.sojourn.command.lookup;
