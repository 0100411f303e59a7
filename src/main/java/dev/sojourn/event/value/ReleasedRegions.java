package dev.sojourn.event.value;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The region map as a release was made with it, since a file of that version can be changed or lost.
 *
 * @param version what the map is called in answers
 * @param countries the countries of each region, in the order of their codes
 */
public record ReleasedRegions(String version, Map<String, List<CountryCode>> countries) {

    /**
     * Sorts regions and countries, so that equal maps are equal text.
     *
     * @throws IllegalArgumentException if there is no version
     */
    public ReleasedRegions {
        if (Personal.said(version) == null) {
            throw new IllegalArgumentException("a region map needs a version");
        }
        var sorted = new TreeMap<String, List<CountryCode>>();
        if (countries != null) {
            countries.forEach((region, codes) -> sorted.put(
                    region,
                    codes.stream()
                            .sorted(java.util.Comparator.comparing(CountryCode::value))
                            .toList()));
        }
        countries = Collections.unmodifiableMap(sorted);
    }
}
