package dev.sojourn.study.why;

import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.InstitutionEvent.InstitutionCorrected;
import dev.sojourn.event.InstitutionEvent.InstitutionMerged;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.value.InstitutionId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which institutions are above which, on whatever day: an event that would put one above itself does not stand. */
final class Above {

    private final Map<InstitutionId, Set<InstitutionId>> changed = new HashMap<>();
    private final Map<InstitutionId, InstitutionId> described = new HashMap<>();
    private final Set<InstitutionId> registered = new HashSet<>();
    private final Set<InstitutionId> merged = new HashSet<>();

    /** Whether an event stands; takes it in if so. */
    boolean takes(InstitutionEvent event) {
        var who = event.institution();
        if (event instanceof InstitutionRegistered begun) {
            describe(who, begun.profile().parent());
            return registered.add(who);
        }
        if (!registered.contains(who)) {
            return false;
        }
        if (event instanceof InstitutionCorrected corrected) {
            return below(who, corrected.profile().parent())
                    && describe(who, corrected.profile().parent());
        }
        if (event instanceof ParentChanged parent) {
            return below(who, parent.parent()) && change(who, parent.parent());
        }
        if (event instanceof InstitutionMerged gone) {
            return !merged.contains(who) && below(who, gone.into()) && change(who, gone.into()) && merged.add(who);
        }
        return true;
    }

    private boolean describe(InstitutionId who, InstitutionId parent) {
        if (parent == null) {
            described.remove(who);
        } else {
            described.put(who, parent);
        }
        return true;
    }

    private boolean change(InstitutionId who, InstitutionId above) {
        if (above != null) {
            changed.computeIfAbsent(who, any -> new HashSet<>()).add(above);
        }
        return true;
    }

    private boolean below(InstitutionId who, InstitutionId above) {
        if (above == null) {
            return true;
        }
        var seen = new HashSet<InstitutionId>();
        var open = new ArrayDeque<InstitutionId>();
        open.add(above);
        while (!open.isEmpty()) {
            var next = open.remove();
            if (next.equals(who)) {
                return false;
            }
            if (seen.add(next)) {
                open.addAll(changed.getOrDefault(next, Set.of()));
                var parent = described.get(next);
                if (parent != null) {
                    open.add(parent);
                }
            }
        }
        return true;
    }
}
