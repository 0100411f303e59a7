/** Institutions in the timeline: what was recorded of them, and what they are on a day. */
package dev.sojourn.projection.institution;
