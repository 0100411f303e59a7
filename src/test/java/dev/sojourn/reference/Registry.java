package dev.sojourn.reference;

import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.JoinedGroup;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.time.PartialDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** Records institutions: each once, before anybody is there. */
final class Registry {

    private static final Remarks NEUTRAL =
            Remarks.because("reconstruction: a neutral stand-in, the published aggregates name no institution");
    private static final Remarks NAMED = Remarks.because("named in the article");

    private final Script script;
    private final Set<InstitutionId> known = new HashSet<>();

    Registry(Script script) {
        this.script = script;
    }

    /** Registers what is new among the places, in the order of ids. */
    void register(Collection<Place> places) {
        places.stream()
                .distinct()
                .sorted(Comparator.comparing(place -> place.id().value()))
                .filter(place -> known.add(place.id()))
                .forEach(place -> script.record(
                        "reference/" + place.id(),
                        new InstitutionRegistered(place.id(), place.profile(), place.neutral() ? NEUTRAL : NAMED)));
    }

    /** Google has belonged to Alphabet since the latter was founded. */
    void parents() {
        script.record(
                "reference/google/parent",
                new ParentChanged(
                        Places.GOOGLE.id(),
                        Places.ALPHABET.id(),
                        PartialDate.parse("2015-10-02"),
                        Remarks.because("the article counts Alphabet/Google as one")));
    }

    /** The seven companies the article speaks of; Google is in the group through its parent. */
    void magnificentSeven() {
        Set<Place> members = new LinkedHashSet<>(Places.SEVEN);
        members.remove(Places.GOOGLE);
        members.add(Places.ALPHABET);
        for (Place member : members) {
            script.record(
                    "reference/magnificent-seven/" + member.id(),
                    new JoinedGroup(
                            member.id(),
                            new GroupId("magnificent-seven"),
                            PartialDate.parse("2023"),
                            Remarks.because("the article's group of seven companies; the name came into use in 2023")));
        }
    }
}
