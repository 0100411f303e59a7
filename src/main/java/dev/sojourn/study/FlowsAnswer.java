package dev.sojourn.study;

import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Share;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code total} and {@code cell:FROM>TO}. */
record FlowsAnswer(Flows flows) implements Answer {

    @Override
    public Record given() {
        return flows;
    }

    @Override
    public Map<String, Object> counted() {
        var counted = new TreeMap<String, Object>();
        counted.put("from", flows.from().toString());
        counted.put("to", flows.to().toString());
        counted.put("total", flows.total());
        counted.put("uncertain", flows.uncertain());
        counted.put("carried", flows.staleness().carried());
        counted.put("qualified", flows.qualified());
        counted.put("whereUnknown", flows.whereUnknown());
        counted.put("cells", flows.cells().stream().map(FlowsAnswer::counted).toList());
        return counted;
    }

    private static Map<String, Object> counted(Flows.Cell cell) {
        return new TreeMap<>(Map.of(
                "from",
                cell.from(),
                "to",
                cell.to(),
                "count",
                cell.count(),
                "moved",
                cell.moved(),
                "reclassified",
                cell.reclassified()));
    }

    @Override
    public Measured read(String name) {
        if (name.equals("total")) {
            return Measured.count(flows.total());
        }
        if (!name.startsWith("cell:") || !name.contains(">")) {
            throw Answer.nothing(name, "total and cell:FROM>TO");
        }
        String pair = name.substring("cell:".length());
        int count = flows.cells().stream()
                .filter(cell -> pair.equals(cell.from() + ">" + cell.to()))
                .mapToInt(Flows.Cell::count)
                .sum();
        return Measured.share(new Share(count, flows.total()));
    }
}
