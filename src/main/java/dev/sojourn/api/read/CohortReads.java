package dev.sojourn.api.read;

import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.parameter.KnownAtParameter;
import dev.sojourn.api.parameter.Page;
import dev.sojourn.api.problem.NotInLedger;
import dev.sojourn.event.CohortEvent.CohortDefined;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.projection.View;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which cohorts there are. */
@RestController
@RequestMapping("/api/v1/cohorts")
final class CohortReads {
    /**
     * A cohort.
     *
     * @param frame what it was drawn from, null for everyone
     * @param referenceYear the year it describes, null for everyone
     * @param drawn how its members were chosen, null for everyone
     * @param source who says so, null for everyone
     * @param frozen whether its list of members is final
     * @param members how many, each person once
     */
    record CohortForm(
            CohortId id,
            String title,
            String frame,
            Integer referenceYear,
            String drawn,
            String source,
            boolean frozen,
            int members) {
        static CohortForm of(View view, CohortDefined defined) {
            return new CohortForm(
                    defined.cohort(),
                    defined.title(),
                    defined.frame(),
                    defined.referenceYear(),
                    defined.drawn(),
                    defined.source(),
                    view.frozen(defined.cohort()),
                    size(view, defined.cohort()));
        }

        static CohortForm everyone(View view) {
            return new CohortForm(
                    View.EVERYONE, "Everyone in the ledger", null, null, null, null, false, size(view, View.EVERYONE));
        }

        private static int size(View view, CohortId cohort) {
            return view.members(cohort).orElseThrow().length;
        }
    }

    private final Ask ask;

    CohortReads(Ask ask) {
        this.ask = ask;
    }

    @GetMapping
    @KnownAtParameter
    @Operation(summary = "All cohorts; everyone always exists")
    Page<CohortForm> all(HttpServletRequest request) {
        var view = ask.view(request);
        return new Page<>(all(view), null);
    }

    @GetMapping("/{id}")
    @KnownAtParameter
    @Operation(summary = "One cohort and how it was drawn")
    CohortForm one(@PathVariable("id") String id, HttpServletRequest request) {
        var view = ask.view(request);
        return all(view).stream()
                .filter(cohort -> cohort.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotInLedger("cohort", id));
    }

    private static List<CohortForm> all(View view) {
        var all = new ArrayList<CohortForm>();
        all.add(CohortForm.everyone(view));
        view.cohorts().forEach(defined -> all.add(CohortForm.of(view, defined)));
        return all;
    }
}
