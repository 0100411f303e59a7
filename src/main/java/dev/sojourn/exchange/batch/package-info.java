/** Imports as wholes: which there were, and taking one back. */
package dev.sojourn.exchange.batch;
