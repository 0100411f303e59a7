/**
 * Where everybody is on a day, in arrays that a loop goes through at the speed of memory: the hot part of the timeline.
 *
 * <p>The rules stand in {@link dev.sojourn.projection.person.States}, for one person at a time. Here the same answers are
 * worked out for a block of 4,096 people at once, kept, and brought up to date by asking {@code States} again about those
 * few whom an event concerned. That both agree is tested on random histories; that it pays is measured by {@code
 * Kernels} (Maven profile {@code bench}).
 */
package dev.sojourn.projection.day;
