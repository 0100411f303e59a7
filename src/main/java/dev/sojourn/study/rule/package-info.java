/**
 * Rules of counting by name: the rule sets of {@code config/rules.yaml} and the region maps of {@code config/regions.yaml},
 * and how a question's parameters become {@link dev.sojourn.analysis.question.Rules}.
 */
package dev.sojourn.study.rule;
