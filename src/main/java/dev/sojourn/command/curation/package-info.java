/** Carries commands out: one at a time through the command bus, or thousands in bulk. */
package dev.sojourn.command.curation;
