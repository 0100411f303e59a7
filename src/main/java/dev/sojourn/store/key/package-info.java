/**
 * The keys of personal data, apart from the events: one key per subject, in the file {@code personal.keys}, each wrapped
 * by a master key that may be kept elsewhere.
 *
 * <p>Start at {@link dev.sojourn.store.key.PersonalKeys}; {@link dev.sojourn.store.key.PersonalText} is what the store
 * writes and reads events through. A key is on disk before the first event that needs it; destroying it is what erases a
 * person.
 */
package dev.sojourn.store.key;
