package dev.sojourn.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many authors of a sample have which origin and work where, as published.
 *
 * <p>A label is a country's code or stands for several: {@code EU} for Europe without GB, {@code XX} for every country
 * that has no label of its own; {@code unknown} is no origin at all.
 *
 * @param cells in the order of the file
 * @param origins the labels of the rows
 * @param works the labels of the columns
 */
record JointTable(List<Cell> cells, Set<String> origins, Set<String> works) {

    /**
     * One cell.
     *
     * @param home how many of the people work in the very country of their origin
     * @param was the origin first published for the first {@code corrected} of the people, or null
     */
    record Cell(String origin, String work, int people, int home, String was, int corrected) {}

    /** Reads one of the committed tables. */
    static JointTable read(Path file) {
        JsonNode json = JsonMapper.shared().readTree(file);
        JsonNode table = json.get("table");
        Set<String> works = new TreeSet<>(table.get("unknown").propertyNames());
        var cells = new ArrayList<Cell>();
        for (String origin : table.propertyNames()) {
            for (String work : table.get(origin).propertyNames()) {
                int people = table.get(origin).get(work).asInt();
                // Where a label has a column of its own, home is there; else it is among the rest.
                boolean atHome = work.equals(works.contains(origin) ? origin : "XX");
                int home =
                        atHome ? json.get("home_counts").path("home" + origin).asInt(people) : 0;
                JsonNode correction = correction(json, origin, work);
                cells.add(new Cell(
                        origin,
                        work,
                        people,
                        origin.equals("unknown") ? 0 : home,
                        correction.path("was").asString(null),
                        correction.path("people").asInt(0)));
            }
        }
        return new JointTable(cells, new TreeSet<>(table.propertyNames()), works);
    }

    /** The correction that moved people into a cell, or a missing node. */
    private static JsonNode correction(JsonNode json, String origin, String work) {
        for (JsonNode correction : json.path("corrections")) {
            if (correction.get("now").asString().equals(origin)
                    && correction.get("work").asString().equals(work)) {
                return correction;
            }
        }
        return json.path("no correction");
    }
}
