package dev.sojourn.api.read;

import dev.sojourn.analysis.question.Filter;
import dev.sojourn.analysis.question.Population;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.analysis.question.Rules;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.study.QuestionText;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** What all analyses read alike: whom a question is about, under which rules. */
@Component
final class Questions {
    private final RegionMap regions;

    Questions(RegionMap regions) {
        this.regions = regions;
    }

    /** The cohort, the conditions and the rules of a request. */
    Population population(String id, HttpServletRequest request) {
        var standard = Rules.standard(regions);
        var place = Ask.read(request, "place", QuestionText::place, standard.place());
        boolean phdOut = Ask.read(request, "phd", QuestionText::phdOut, standard.phdOut());
        var maxAge = Ask.read(request, "maxAge", QuestionText::maxAge, standard.maxAge());
        var carried = Ask.read(request, "carried", QuestionText::carried, standard.carried());
        boolean reviewedOnly = Ask.read(request, "reviewed", QuestionText::reviewedOnly, standard.reviewedOnly());
        var where = Ask.all(request, "where", Filter::parse);
        return Ask.answered(() -> new Population(
                new CohortId(id), where, new Rules(place, phdOut, maxAge, carried, reviewedOnly, regions)));
    }
}
