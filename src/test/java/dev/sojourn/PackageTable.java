package dev.sojourn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which package may use which: the one place that says so. README quotes it, {@link ArchitectureTest} enforces it. */
final class PackageTable {

    static final String MARKDOWN = """
            | package | holds | may use |
            |---|---|---|
            | `time` | the two time axes as values | nothing |
            | `event` | the published language: ids, sealed families of events, their catalogue | `time` |
            | `store` | durable append, order, hash chain | `event` `time` |
            | `command` | write: commands, rules, their Axon shells, look-ups | `store` `event` `time` |
            | `projection` | read: the timeline, an in-memory bitemporal model fed from the store | `store` `event` `time` |
            | `analysis` | questions, answers, and pure functions between them | `projection` `event` `time` |
            | `audit` | history, differences, verification | `analysis` `projection` `store` `event` `time` |
            | `study` | figures, releases, what-if, work lists | `audit` `analysis` `projection` `command` `store` `event` `time` |
            | `exchange` | files in and out | `study` `audit` `analysis` `projection` `command` `store` `event` `time` |
            | `access` | accounts, roles, tokens, the check at the command bus | `command` `event` |
            | `api` | REST | `access` `exchange` `study` `audit` `analysis` `projection` `command` `store` `event` `time` |
            | `ui` | pages | `access` `exchange` `study` `audit` `analysis` `projection` `command` `store` `event` `time` |
            | `cli` | commands of the command line | `access` `exchange` `study` `audit` `analysis` `projection` `command` `store` `event` `time` |
            """;

    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    private PackageTable() {}

    /** The packages below {@code dev.sojourn}, each with those it may use, in the order of the table. */
    static Map<String, Set<String>> mayUse() {
        var rows = new LinkedHashMap<String, Set<String>>();
        MARKDOWN.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
            var cells = line.split("\\|", -1);
            rows.put(
                    cells[1].strip().replace("`", ""),
                    NAME.matcher(cells[3])
                            .results()
                            .map(name -> name.group(1))
                            .collect(Collectors.toUnmodifiableSet()));
        });
        return rows;
    }
}
