package dev.sojourn.bench;

import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.InstitutionId;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The institutions of the reference set, and how often each is chosen: both skewed as Zipf found cities to be. */
final class Places {

    static final int INSTITUTIONS = 20_000;
    static final int COUNTRIES = 120;
    private static final double SKEW = 0.9;

    private final CountryCode[] countries = countries();
    private final int[] countryOf = new int[INSTITUTIONS];
    private final InstitutionId[] ids = new InstitutionId[INSTITUTIONS];
    private final double[] upTo = new double[INSTITUTIONS];
    private final int[][] inCountry = new int[COUNTRIES][];

    Places(long seed) {
        var random = new SplittableRandom(seed);
        var byCountry = zipf(COUNTRIES);
        var places = zipf(INSTITUTIONS);
        int[] sizes = new int[COUNTRIES];
        for (int place = 0; place < INSTITUTIONS; place++) {
            upTo[place] = places[place];
            ids[place] = new InstitutionId("i" + place);
            countryOf[place] = pick(byCountry, random.nextDouble());
            sizes[countryOf[place]]++;
        }
        for (int country = 0; country < COUNTRIES; country++) {
            inCountry[country] = new int[sizes[country]];
        }
        for (int place = INSTITUTIONS - 1; place >= 0; place--) {
            inCountry[countryOf[place]][--sizes[countryOf[place]]] = place;
        }
    }

    /** Any institution, the first ones most often. */
    int any(SplittableRandom random) {
        return pick(upTo, random.nextDouble());
    }

    /** Any institution of the same country, large ones more often. */
    int near(int place, SplittableRandom random) {
        int[] choice = inCountry[countryOf[place]];
        double skewed = Math.pow(random.nextDouble(), 3);
        return choice[(int) (skewed * choice.length)];
    }

    InstitutionId id(int place) {
        return ids[place];
    }

    /** Headquarters as registered. */
    CountryCode country(int place) {
        return countries[countryOf[place]];
    }

    private static double[] zipf(int size) {
        double[] upTo = new double[size];
        double sum = 0;
        for (int rank = 0; rank < size; rank++) {
            sum += Math.pow(rank + 1.0, -SKEW);
            upTo[rank] = sum;
        }
        for (int rank = 0; rank < size; rank++) {
            upTo[rank] /= sum;
        }
        return upTo;
    }

    private static int pick(double[] upTo, double chance) {
        int found = Arrays.binarySearch(upTo, chance);
        return Math.min(found < 0 ? -found - 1 : found, upTo.length - 1);
    }

    private static CountryCode[] countries() {
        return Stream.concat(Stream.of("US", "CN"), Arrays.stream(Locale.getISOCountries()))
                .distinct()
                .limit(COUNTRIES)
                .map(CountryCode::new)
                .toArray(CountryCode[]::new);
    }
}
