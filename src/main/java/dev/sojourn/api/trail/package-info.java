/** Reading what was recorded: histories, differences, single events, the log and its live feed. */
package dev.sojourn.api.trail;
