/** Reads: analyses, people, institutions, cohorts, releases, figures and the log. Thin: they ask and give a form. */
package dev.sojourn.api.read;
