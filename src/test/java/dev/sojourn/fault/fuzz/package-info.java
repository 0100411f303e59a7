/**
 * Readers of what others send, for a fuzzer that learns from coverage (Jazzer). Each target throws only what it may not
 * throw. {@link dev.sojourn.fault.fuzz.Fuzz} runs one; {@link dev.sojourn.fault.damage} is the form without a fuzzer.
 */
package dev.sojourn.fault.fuzz;
