package dev.sojourn.study.rule;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The rule sets and region maps that questions may name. A question names a set with {@code rules=NAME}; single parameters
 * beside it override what the set says, and {@link Rules#named()} tells which ones did. Without a name the set is
 * {@value Rules#STANDARD}.
 */
public final class RuleBook {

    /** The parameter that names a rule set. */
    public static final String SET = "rules";

    /** The parameters that a rule set can say. */
    public static final List<String> PARAMETERS = List.of("place", "phd", "maxAge", "carried", "reviewed", "regions");

    private final Map<String, RegionMap> maps = new LinkedHashMap<>();
    private final Map<String, RuleSet> sets = new LinkedHashMap<>();
    private final boolean open;

    private RuleBook(Collection<RegionMap> maps, Collection<RuleSet> sets, boolean open) {
        maps.forEach(map -> this.maps.put(map.version(), map));
        sets.forEach(set -> this.sets.put(set.name(), set));
        this.open = open;
    }

    /**
     * The files of {@code ./config}, or those that the program carries.
     *
     * @throws dev.sojourn.study.config.BadConfig naming file, rule set or map, and field
     */
    public static RuleBook load() {
        return RuleFiles.load();
    }

    /**
     * Of some maps, the first of which holds where none is named, and the sets beside the standard one.
     *
     * @throws IllegalArgumentException if a set cannot be understood
     */
    public static RuleBook of(List<RegionMap> maps, List<RuleSet> sets) {
        var all = new ArrayList<RuleSet>();
        all.add(new RuleSet(Rules.STANDARD, "What holds where nothing is said", Map.of()));
        all.addAll(sets);
        var book = new RuleBook(maps, all, false);
        sets.forEach(set -> book.rules(Map.of(SET, set.name())));
        return book;
    }

    /** With the standard rules alone. */
    public static RuleBook of(RegionMap... maps) {
        return of(List.of(maps), List.of());
    }

    /**
     * For questions that carry all their rules with them: any name may be given to these, and no file is asked what it
     * means now.
     */
    public static RuleBook kept(Collection<RegionMap> maps) {
        return new RuleBook(maps, List.of(), true);
    }

    /** For questions whose parameters alone are to be checked. */
    public static RuleBook unread() {
        return kept(List.of());
    }

    /** The region map that holds where none is named. */
    public RegionMap regions() {
        return maps.isEmpty()
                ? new RegionMap("", Map.of())
                : maps.values().iterator().next();
    }

    /** All region maps. */
    public Collection<RegionMap> maps() {
        return Collections.unmodifiableCollection(maps.values());
    }

    /** All rule sets, the standard one first. */
    public Collection<RuleSet> sets() {
        return Collections.unmodifiableCollection(sets.values());
    }

    /** The rules of a set. */
    public Rules rules(String set) {
        return rules(Map.of(SET, set));
    }

    /**
     * The rules of a question.
     *
     * @param given its parameters; those that are no rules are ignored
     * @throws BadParameter if one cannot be read, or names a set or map that is not in the book
     * @throws IllegalArgumentException if they make no sense together
     */
    public Rules rules(Map<String, String> given) {
        String name = given.getOrDefault(SET, Rules.STANDARD);
        var set = open ? new RuleSet(parsed(name), "", Map.of()) : set(name);
        var said = new TreeMap<>(set.parameters());
        PARAMETERS.stream().filter(given::containsKey).forEach(each -> said.put(each, given.get(each)));
        var overridden = open ? List.<String>of() : differing(set.parameters(), said);
        return read(said, new Rules.Named(name, overridden));
    }

    private static String parsed(String name) {
        try {
            return new RuleSet(name, "", Map.of()).name();
        } catch (IllegalArgumentException noName) {
            throw new BadParameter(SET, noName.getMessage(), noName);
        }
    }

    private RuleSet set(String name) {
        if (name.indexOf(',') >= 0) {
            throw new BadParameter(SET, "one set of rules is asked for here, not " + name, null);
        }
        if (!sets.containsKey(name)) {
            throw new BadParameter(
                    SET, "there are no rules \"" + name + "\"; there are " + String.join(", ", sets.keySet()), null);
        }
        return sets.get(name);
    }

    /** What is said otherwise than in the set; the same again is no difference. */
    private List<String> differing(Map<String, String> own, Map<String, String> said) {
        var before = RuleText.of(read(own, Rules.Named.NONE));
        var after = RuleText.of(read(said, Rules.Named.NONE));
        return PARAMETERS.stream()
                .filter(each -> !Objects.equals(before.get(each), after.get(each)))
                .toList();
    }

    private Rules read(Map<String, String> said, Rules.Named named) {
        var standard = Rules.standard(regions());
        return new Rules(
                parsed(said, "place", RuleText::place, standard.place()),
                parsed(said, "phd", RuleText::phdOut, standard.phdOut()),
                parsed(said, "maxAge", RuleText::maxAge, standard.maxAge()),
                parsed(said, "carried", RuleText::carried, standard.carried()),
                parsed(said, "reviewed", RuleText::reviewedOnly, standard.reviewedOnly()),
                parsed(said, "regions", this::map, standard.regions()),
                named);
    }

    private RegionMap map(String version) {
        if (maps.isEmpty()) {
            return new RegionMap(version, Map.of());
        }
        if (!maps.containsKey(version)) {
            throw new IllegalArgumentException("there is no region map \"" + version + "\"; there "
                    + (maps.size() == 1 ? "is " : "are ") + String.join(", ", maps.keySet()));
        }
        return maps.get(version);
    }

    private static <T> T parsed(Map<String, String> said, String name, Function<String, T> parse, T otherwise) {
        if (!said.containsKey(name)) {
            return otherwise;
        }
        try {
            return parse.apply(said.get(name));
        } catch (IllegalArgumentException unreadable) {
            throw new BadParameter(name, unreadable.getMessage(), unreadable);
        }
    }
}
