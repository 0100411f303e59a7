package dev.sojourn.study;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.study.rule.RuleBook;

/** The region map that answers use unless they name another. */
public final class RegionMaps {
    private RegionMaps() {}

    /** The first of {@code config/regions.yaml}. */
    public static RegionMap reference() {
        return RuleBook.load().regions();
    }
}
