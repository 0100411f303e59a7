/**
 * The values that events are made of: ids of things, vocabularies, and small records such as a claim or a piece of
 * evidence. Each refuses in its constructor what cannot be, so nobody checks again.
 */
package dev.sojourn.event.value;
