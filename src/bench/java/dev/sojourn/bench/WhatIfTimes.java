package dev.sojourn.bench;

import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.CohortEvent.MembersAdded;
import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import dev.sojourn.study.Expectation;
import dev.sojourn.study.Figure;
import dev.sojourn.study.Figures;
import dev.sojourn.study.Published;
import dev.sojourn.study.SavedQuestion;
import dev.sojourn.study.SavedQuestion.Analysis;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.whatif.Foreseen;
import dev.sojourn.study.whatif.WhatIf;
import dev.sojourn.time.PartialDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How long a dry run takes to say which figures would change: {@code WhatIfTimes [researchers]}. For one person, and for the
 * headquarters of the largest employer and of a small one; with figures of everyone and of a cohort of a thousand.
 */
public final class WhatIfTimes {
    private static final RuleBook RULES = RuleBook.load();

    private final Timeline timeline = new Timeline(History.NONE);
    private long position;
    private Recorded last;

    private WhatIfTimes() {}

    public static void main(String[] args) {
        new WhatIfTimes().run(args.length > 0 ? Integer.parseInt(args[0]) : 100_000);
    }

    private void run(int researchers) {
        var set = new ReferenceSet(researchers, 1);
        set.events(event -> {
            timeline.on(event);
            last = event;
            position++;
        });
        var cohort = new CohortId("thousand");
        tell(new CohortDefined(cohort, "A thousand", "all", 2019, "the first", "nobody", Remarks.NONE));
        tell(new MembersAdded(
                cohort,
                IntStream.range(0, 1_000).mapToObj(who -> set.life(who).id()).toList(),
                Remarks.NONE));
        var person = new AffiliationRecorded(
                set.life(17).id(),
                new SpellId("supposed"),
                Claim.of(new InstitutionId("i3"), Role.FACULTY, PartialDate.parse("2018"), null),
                null,
                Titled.NONE);
        for (String whose : List.of("everyone", "thousand")) {
            var whatIf = new WhatIf(timeline, History.NONE, figures(whose), RULES);
            for (int time = 0; time < 4; time++) {
                timed(whatIf, "one person, figures of " + whose, person);
                timed(whatIf, "largest employer, figures of " + whose, moved("i0"));
                timed(whatIf, "an employer of few, figures of " + whose, moved("i9000"));
            }
        }
    }

    private void tell(Event event) {
        var header = new Header(++position, last.header().recorded(), 0, "generator", "c", null, null, null);
        timeline.on(new Recorded(header, event));
    }

    private static HeadquartersMoved moved(String institution) {
        return new HeadquartersMoved(
                new InstitutionId(institution), new CountryCode("SG"), PartialDate.parse("2016"), Remarks.NONE);
    }

    private void timed(WhatIf whatIf, String what, Event event) {
        long began = System.nanoTime();
        Foreseen foreseen = whatIf.of(List.of(event), position);
        double millis = (System.nanoTime() - began) / 1e6;
        int people = foreseen.figures().stream()
                .flatMap(figure -> figure.answers().stream())
                .mapToInt(answer -> answer.people().size())
                .max()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%-50s %9.1f ms, %d figures, %d people%n",
                what,
                millis,
                foreseen.figures().size(),
                people);
    }

    private static Figures figures(String cohort) {
        var all = new ArrayList<Figure>();
        all.add(figure("stayed", Analysis.RETENTION, "retained", cohort, "held=country:US", "from=2019", "to=2025"));
        all.add(figure("where", Analysis.COMPOSITION, "known", cohort, "asOf=2019", "by=country"));
        all.add(figure("origins", Analysis.COMPOSITION, "known", cohort, "asOf=2022", "by=originRegion"));
        all.add(figure("sectors", Analysis.COMPOSITION, "known", cohort, "asOf=2025", "by=sector,country"));
        all.add(figure("went", Analysis.FLOWS, "total", cohort, "from=2019", "to=2025", "by=country"));
        return new Figures(List.copyOf(all), List.of());
    }

    private static Figure figure(String id, Analysis analysis, String read, String cohort, String... parameters) {
        Map<String, List<String>> all = new TreeMap<>();
        all.put("cohort", List.of(cohort));
        for (String parameter : parameters) {
            all.put(
                    parameter.substring(0, parameter.indexOf('=')),
                    List.of(parameter.substring(parameter.indexOf('=') + 1)));
        }
        var question = new SavedQuestion(analysis, all);
        var value = new Expectation(read, question, new Published("0", null, null, null));
        return new Figure(id, id, question, Figure.Chart.TABLE, "nobody", null, List.of(value));
    }
}
