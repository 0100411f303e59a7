/** Accounts and tokens: of a stopped ledger's folder, or of a running server. */
package dev.sojourn.cli.account;
