/**
 * Saved questions and what is done with them: {@link dev.sojourn.study.Figures} computes those of
 * {@code config/figures.yaml} and marks each against its published value, as it was known at the time the source speaks
 * of.
 */
package dev.sojourn.study;
