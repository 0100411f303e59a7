/**
 * What-if: which figures would change if some events were recorded, and whom that moves. The events are taken in by a fork of
 * the timeline, so that they are folded by what folds the ledger, and nothing of them is kept.
 */
package dev.sojourn.study.whatif;
