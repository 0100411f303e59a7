package dev.sojourn.study.claim;

/**
 * A sentence with its number.
 *
 * @param id to speak of it; unique in its file
 * @param says the sentence
 * @param by who says so, or null
 * @param note what a reader should know beside it, or null
 * @param claimed the number
 * @param from what it is compared with; null unless two numbers are
 * @param of what it is about
 */
public record Claim(String id, String says, String by, String note, Claimed claimed, Operand from, Operand of) {

    /** What kind of number it claims. */
    public Kind kind() {
        return claimed.kind();
    }

    /** The number as it was written. */
    public String written() {
        return claimed.text();
    }
}
