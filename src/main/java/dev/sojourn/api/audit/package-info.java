/** Verification, heads, copies of the whole ledger, and how the program itself is. */
package dev.sojourn.api.audit;
