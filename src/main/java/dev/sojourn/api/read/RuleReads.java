package dev.sojourn.api.read;

import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.exchange.answer.RulesForm;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.release.ChangedMap;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.rule.RuleSet;
import dev.sojourn.time.KnownAt;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which rule sets and region maps a question can name. */
@RestController
@RequestMapping("/api/v1")
final class RuleReads {
    /**
     * A rule set, with all it comes to.
     *
     * @param name as in {@code rules=NAME}
     * @param title what it is for
     */
    record Item(
            String name,
            String title,
            String place,
            String phd,
            String maxAge,
            String carried,
            String reviewed,
            String regions) {
        static Item of(RuleSet set, RuleBook book) {
            var rules = RulesForm.of(book.rules(set.name()));
            return new Item(
                    set.name(),
                    set.title(),
                    rules.place(),
                    rules.phd(),
                    rules.maxAge(),
                    rules.carried(),
                    rules.reviewed(),
                    rules.regions());
        }
    }

    /**
     * A region map.
     *
     * @param version as in {@code regions=VERSION}
     * @param countries of each region; all others are in the region other
     * @param otherwiseIn the releases that keep another map under this version; there are none unless the file was edited
     *     where it should have got another version
     */
    record MapItem(String version, Map<String, List<CountryCode>> countries, List<ReleaseName> otherwiseIn) {
        static MapItem of(RegionMap map, List<ChangedMap> changed) {
            return new MapItem(
                    map.version(),
                    map.countries(),
                    changed.stream()
                            .filter(one -> one.version().equals(map.version()))
                            .map(ChangedMap::release)
                            .toList());
        }
    }

    private final RuleBook book;
    private final Knowledge knowledge;

    RuleReads(RuleBook book, Knowledge knowledge) {
        this.book = book;
        this.knowledge = knowledge;
    }

    @GetMapping({"/rules", "/rules.csv"})
    @Operation(
            summary = "The rule sets that a question can name, with every rule that each comes to",
            description = "Those of config/rules.yaml, and standard, which holds where a question says nothing.")
    Page<Item> rules() {
        return Page.whole(
                Item.class, book.sets().stream().map(set -> Item.of(set, book)).toList());
    }

    @GetMapping("/regions")
    @Operation(
            summary = "The region maps that a question can name, the one that holds unsaid first",
            description = "Those of config/regions.yaml. Another grouping is another version, never an edit of one;"
                    + " otherwiseIn names the releases that keep another map under the same version.")
    Page<MapItem> regions() {
        var changed = ChangedMap.since(knowledge.at(KnownAt.NOW).releases(), book);
        return Page.whole(
                MapItem.class,
                book.maps().stream().map(map -> MapItem.of(map, changed)).toList());
    }
}
