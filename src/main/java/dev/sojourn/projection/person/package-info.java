/** Researchers in the timeline: their spells and degrees, where they are on a day, and how sure that is. */
package dev.sojourn.projection.person;
