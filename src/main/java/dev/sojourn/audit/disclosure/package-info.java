/**
 * Who took personal data out of the ledger as a whole, when, and for what purpose. It is no event, since it says nothing of
 * who worked where and must be written also where the ledger takes no writes: a file of its own beside the ledger, appended
 * to and on disk before the first byte goes out.
 */
package dev.sojourn.audit.disclosure;
