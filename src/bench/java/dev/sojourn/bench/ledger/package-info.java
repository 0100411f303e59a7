/** Rebuilding, starting, importing and single commands, each beside its raw limit: what the database alone takes for the same rows. */
package dev.sojourn.bench.ledger;
