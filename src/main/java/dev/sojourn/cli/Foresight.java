package dev.sojourn.cli;

import dev.sojourn.event.Event;
import dev.sojourn.exchange.answer.whatif.WhatIfForm;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a dry run would change in the figures, on the console. */
final class Foresight {
    private Foresight() {}

    static WhatIfForm of(OpenLedger ledger, List<Event> supposed) {
        return WhatIfForm.of(ledger.whatIf().of(supposed, ledger.store().head()));
    }

    /** In the form asked for, after a line that is for the eye only. */
    static void print(PrintWriter out, FormatOption format, String before, WhatIfForm foreseen) {
        if (format.table()) {
            out.println(before);
            print(out, foreseen);
        } else {
            format.print(out, foreseen, before);
        }
    }

    /** The published values that would change, and a changed unit; where no value would, the numbers of the last answer. */
    static void print(PrintWriter out, WhatIfForm foreseen) {
        out.println(foreseen.headline());
        if (!foreseen.figures().isEmpty()) {
            out.println();
            TextTable.print(out, List.of("figure", "number", "from", "to", "people"), rows(foreseen));
        }
        out.flush();
    }

    private static List<List<Object>> rows(WhatIfForm foreseen) {
        var rows = new ArrayList<List<Object>>();
        for (var figure : foreseen.figures()) {
            var answers = figure.answers();
            var last = answers.isEmpty() ? null : answers.get(answers.size() - 1);
            Integer people = last == null ? null : last.people().size();
            figure.values()
                    .forEach(value ->
                            rows.add(Arrays.asList(figure.id(), value.value(), value.from(), value.to(), people)));
            if (last != null && last.unit() != null) {
                rows.add(Arrays.asList(
                        figure.id(), "unit", last.unit().from(), last.unit().to(), people));
            }
            if (figure.values().isEmpty() && last != null) {
                last.numbers()
                        .forEach(number -> rows.add(Arrays.asList(
                                figure.id(), number.number(), text(number.from()), text(number.to()), people)));
            }
        }
        return rows;
    }

    private static String text(Integer number) {
        return number == null ? null : number.toString();
    }
}
