package dev.sojourn.study;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.event.value.CountryCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads {@code config/regions.yaml}, which the program carries. */
public final class RegionMaps {
    private record File(String version, Map<String, List<String>> regions) {}

    private RegionMaps() {}

    /** The map that answers use unless they name another. */
    public static RegionMap reference() {
        try (InputStream file = RegionMaps.class.getResourceAsStream("/config/regions.yaml")) {
            var read = new YAMLMapper().readValue(file, File.class);
            var countries = new LinkedHashMap<String, List<CountryCode>>();
            read.regions()
                    .forEach((region, codes) -> countries.put(
                            region, codes.stream().map(CountryCode::new).toList()));
            return new RegionMap(read.version(), countries);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
