package dev.sojourn.study;

import dev.sojourn.analysis.Flows;
import dev.sojourn.analysis.Share;

/** Reads {@code total} and {@code cell:FROM>TO}. */
record FlowsAnswer(Flows flows) implements Answer {

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
