package dev.sojourn.analysis.question;

import dev.sojourn.event.value.CountryCode;
import dev.sojourn.projection.column.Country;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which region each country belongs to; a country in none belongs to {@code other}. Data with a version: another map is
 * another version, named in each answer. Two are equal if they have the same version and regions.
 */
public final class RegionMap {

    /** The region of the countries that the map does not name. */
    public static final String OTHER = "other";

    private final String version;
    private final List<String> names = new ArrayList<>();
    private final int[] regionOf = new int[Country.COUNT];

    /**
     * A map.
     *
     * @param version what it is called in answers
     * @param countries the countries of each region
     * @throws IllegalArgumentException if a country is in two regions
     */
    public RegionMap(String version, Map<String, ? extends Iterable<CountryCode>> countries) {
        this.version = version;
        names.add(OTHER);
        new TreeMap<>(countries).forEach((region, members) -> {
            names.add(region);
            for (var country : members) {
                int number = Country.number(country);
                if (regionOf[number] != 0) {
                    throw new IllegalArgumentException(
                            country + " is in two regions, " + names.get(regionOf[number]) + " and " + region);
                }
                regionOf[number] = names.size() - 1;
            }
        });
    }

    /** What the map is called. */
    public String version() {
        return version;
    }

    /** The regions, {@link #OTHER} first. */
    public List<String> names() {
        return Collections.unmodifiableList(names);
    }

    /** The countries of each region but {@link #OTHER}, in the order of their codes: what the map can be made of again. */
    public Map<String, List<CountryCode>> countries() {
        var countries = new TreeMap<String, List<CountryCode>>();
        names.stream().skip(1).forEach(region -> countries.put(region, new ArrayList<>()));
        for (int country = 0; country < regionOf.length; country++) {
            if (regionOf[country] != 0) {
                countries.get(names.get(regionOf[country])).add(new CountryCode(Country.code(country)));
            }
        }
        return countries;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegionMap map
                && version.equals(map.version)
                && names.equals(map.names)
                && Arrays.equals(regionOf, map.regionOf);
    }

    @Override
    public int hashCode() {
        return version.hashCode();
    }

    @Override
    public String toString() {
        return version;
    }

    /** The place in {@link #names()} of a country's region. */
    public int region(int country) {
        return regionOf[country];
    }
}
