/**
 * How fast Sojourn is, beside what somebody would take instead and beside the limits of what it stands on, in the same run
 * and with the same answers. {@link dev.sojourn.bench.Benchmarks} runs all parts, each a {@link
 * dev.sojourn.bench.report.Section}. Compiled and run under the Maven profile {@code bench} only: {@code mvn -Pbench
 * test-compile exec:exec}.
 */
package dev.sojourn.bench;
