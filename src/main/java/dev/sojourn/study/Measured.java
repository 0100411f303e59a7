package dev.sojourn.study;

import dev.sojourn.analysis.Share;

/**
 * What was read out of an answer.
 *
 * @param text a number or a word
 * @param count the number, or null for a word
 * @param share the number as a share of those that are known, or null if it is none
 */
record Measured(String text, Integer count, Share share) {

    static Measured count(int count) {
        return new Measured(Integer.toString(count), count, null);
    }

    static Measured share(Share share) {
        return new Measured(Integer.toString(share.count()), share.count(), share);
    }

    /** A word; null where nothing is known. */
    static Measured word(Object word) {
        return new Measured(word == null ? "not known" : word.toString(), null, null);
    }
}
