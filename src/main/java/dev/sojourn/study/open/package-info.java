/**
 * What everybody may see of releases: counts of which no small group of people can be worked out, by adding and subtracting
 * all that was ever shown ({@link dev.sojourn.study.open.Shown} decides; {@link dev.sojourn.study.open.PublicReleases}
 * remembers).
 */
package dev.sojourn.study.open;
