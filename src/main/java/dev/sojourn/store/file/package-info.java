/** The database file of events: claimed by one program, opened, synced, copied; and what is said when a disk fails. */
package dev.sojourn.store.file;
