package dev.sojourn.audit.disclosure;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Personal data that left the ledger as a whole.
 *
 * @param at when it began, UTC
 * @param actor who asked for it
 * @param how {@code export} or {@code backup}, and over which way
 * @param purpose what it is for, in the words of whoever asked
 * @param position up to which event
 */
@JsonPropertyOrder({"at", "actor", "how", "purpose", "position"})
public record Disclosure(String at, String actor, String how, String purpose, long position) {

    /**
     * Reads a purpose.
     *
     * @throws IllegalArgumentException unless it is one line of 3 to 300 characters
     */
    public static String purpose(String text) {
        String purpose = text.strip();
        if (purpose.length() < 3 || purpose.length() > 300 || purpose.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("say what it is for, in one line of 3 to 300 characters");
        }
        return purpose;
    }
}
