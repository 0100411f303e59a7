/**
 * How the body of a write is read: strictly, and as a whole, so that whoever wrote it hears of everything that is wrong
 * with it at once. What a body may hold is said by its record alone.
 */
package dev.sojourn.api.body;
