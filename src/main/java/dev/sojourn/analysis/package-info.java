/**
 * Questions, answers, and the pure functions between them. Each analysis is one record: its answer, with the question
 * nested in it and {@code of(View, Question)} between the two.
 *
 * <p>All take a {@link dev.sojourn.projection.View}, so the moment of knowledge is fixed before anything is counted. What
 * every question shares is in {@link dev.sojourn.analysis.question.Population}; what every answer says of it again is in {@link
 * dev.sojourn.analysis.Asked}. Plain Java: no framework, no JSON, no clock.
 */
package dev.sojourn.analysis;
