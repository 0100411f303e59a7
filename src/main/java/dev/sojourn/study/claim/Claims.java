package dev.sojourn.study.claim;

import java.util.List;

/**
 * The claims of a text.
 *
 * @param about what text that is, or null
 * @param all in the order of the file
 */
public record Claims(String about, List<Claim> all) {}
