/** Accounts and tokens: who can log in, and with what. */
package dev.sojourn.api.account;
