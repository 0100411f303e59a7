/**
 * How fast the timeline answers, against the same work done naively in the same run. Compiled and run under the Maven
 * profile {@code bench} only: {@code mvn -Pbench test-compile exec:exec}.
 */
package dev.sojourn.bench;
