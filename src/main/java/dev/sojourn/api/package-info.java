/**
 * The HTTP interface under {@code /api/v1}: controllers that translate and forward and decide nothing. Every error is an
 * RFC 9457 problem document with a stable {@code code}; see {@link dev.sojourn.api.problem.Problems}.
 */
package dev.sojourn.api;
