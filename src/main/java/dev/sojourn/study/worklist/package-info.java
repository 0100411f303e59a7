/**
 * What curators should look at next: {@link dev.sojourn.study.worklist.Worklists} makes the lists, {@link
 * dev.sojourn.study.worklist.Effects} says whose state could move a figure most.
 */
package dev.sojourn.study.worklist;
