/** What was recorded, by whom and why, and whether it is untouched. */
package dev.sojourn.cli.trail;
