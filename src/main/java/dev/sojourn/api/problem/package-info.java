/** Everything that can go wrong with a call, as problem documents (RFC 9457) with stable codes. */
package dev.sojourn.api.problem;
