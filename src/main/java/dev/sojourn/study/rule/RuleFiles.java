package dev.sojourn.study.rule;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.study.config.ConfigFile;
import dev.sojourn.study.config.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the files of rule sets and of region maps strictly. */
final class RuleFiles {
    private RuleFiles() {}

    static RuleBook load() {
        return read(ConfigFile.load("regions.yaml"), ConfigFile.load("rules.yaml"));
    }

    /**
     * Reads both.
     *
     * @throws dev.sojourn.study.config.BadConfig naming file, rule set or map, and field
     */
    static RuleBook read(ConfigFile regions, ConfigFile rules) {
        var maps = maps(regions);
        var sets = new ArrayList<RuleSet>();
        var names = new HashSet<>(Set.of(Rules.STANDARD));
        for (Node item : rules.root().fields("rules").items("rules")) {
            String name = item.text("name");
            var node = new Node(rules.name() + ", rules " + name, item.json());
            if (!names.add(name)) {
                throw node.at("name")
                        .wrong(name.equals(Rules.STANDARD) ? "is that of what holds unsaid" : "stands twice", null);
            }
            sets.add(set(name, node, maps));
        }
        return RuleBook.of(maps, sets);
    }

    private static RuleSet set(String name, Node node, List<RegionMap> maps) {
        node.fields("name", "title", "place", "phd", "maxAge", "carried", "reviewed", "regions");
        var parameters = new LinkedHashMap<String, String>();
        for (String parameter : RuleBook.PARAMETERS) {
            String said = node.optional(parameter);
            if (said != null) {
                parameters.put(parameter, said);
            }
        }
        String title = node.text("title");
        try {
            var set = new RuleSet(name, title, parameters);
            RuleBook.of(maps, List.of(set));
            return set;
        } catch (BadParameter wrong) {
            throw node.at(wrong.parameter()).wrong("is wrong: " + wrong.complaint(), wrong);
        } catch (IllegalArgumentException wrong) {
            throw node.wrong("is wrong: " + wrong.getMessage(), wrong);
        }
    }

    private static List<RegionMap> maps(ConfigFile file) {
        var maps = new ArrayList<RegionMap>();
        var versions = new HashSet<String>();
        for (Node item : file.root().fields("maps").items("maps")) {
            String version = item.text("version");
            var node = new Node(file.name() + ", map " + version, item.json());
            node.fields("version", "regions");
            if (!versions.add(version)) {
                throw node.at("version").wrong("stands twice: another map is another version", null);
            }
            maps.add(map(version, node.at("regions")));
        }
        if (maps.isEmpty()) {
            throw file.root().at("maps").wrong("is missing: at least one region map is needed", null);
        }
        return List.copyOf(maps);
    }

    private static RegionMap map(String version, Node regions) {
        if (!regions.json().isObject() || regions.json().isEmpty()) {
            throw regions.wrong("must be a mapping of regions to their countries", null);
        }
        if (regions.json().has(RegionMap.OTHER)) {
            throw regions.at(RegionMap.OTHER).wrong("is for the countries of no region, and cannot be said", null);
        }
        var countries = new LinkedHashMap<String, List<CountryCode>>();
        for (Map.Entry<String, List<String>> region : regions.texts().entrySet()) {
            countries.put(region.getKey(), codes(regions.at(region.getKey()), region.getValue()));
        }
        try {
            return new RegionMap(version, countries);
        } catch (IllegalArgumentException wrong) {
            throw regions.wrong("is wrong: " + wrong.getMessage(), wrong);
        }
    }

    private static List<CountryCode> codes(Node region, List<String> texts) {
        try {
            return texts.stream().map(CountryCode::new).toList();
        } catch (IllegalArgumentException wrong) {
            throw region.wrong("is wrong: " + wrong.getMessage(), wrong);
        }
    }
}
