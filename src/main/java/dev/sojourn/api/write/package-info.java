/** Commands over HTTP: versions, idempotency keys and dry runs around the command side, which decides. */
package dev.sojourn.api.write;
