/**
 * The innermost loops by themselves, under JMH: {@code mvn -Pbench test-compile exec:exec
 * -Dbench.main=dev.sojourn.bench.kernel.Run}.
 */
package dev.sojourn.bench.kernel;
