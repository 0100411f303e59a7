package dev.sojourn.command.lookup;

import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.DistinctFromRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.ResearcherId;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What look-ups answer to every question about what events name. */
public final class LookupAnswers {

    private LookupAnswers() {}

    /** Every identifier that events name. */
    public static Set<Identifier> identifiers(Collection<Event> events) {
        return events.stream()
                .map(Event::personal)
                .filter(Identity.class::isInstance)
                .flatMap(personal -> ((Identity) personal).identifiers().stream())
                .collect(Collectors.toSet());
    }

    /** Those that one subject's events leave linked. */
    public static Set<Identifier> linked(Collection<Event> events) {
        return Lookups.identifiers(events);
    }

    public static Map<String, Object> of(LookupIndex index, Collection<Id> subjects, Collection<Event> events) {
        var lookups = new Lookups(index);
        var answers = new TreeMap<String, Object>();
        for (var subject : subjects) {
            answers.put(subject.key(), lookups.exists(subject));
            if (subject instanceof ResearcherId researcher) {
                answers.put(subject.key() + " counts as", lookups.survivor(researcher));
                answers.put(
                        subject.key() + " is also",
                        lookups.mergedInto(researcher).stream().sorted().toList());
                answers.put(subject.key() + " erased", lookups.erased(researcher));
            } else if (subject instanceof InstitutionId institution) {
                answers.put(subject.key() + " relatives", index.relatives(institution));
            }
        }
        for (var event : events) {
            if (event instanceof AffiliationRecorded recorded) {
                answers.put(
                        "spell " + recorded.spell(),
                        lookups.ownerOfSpell(recorded.spell().value()));
            } else if (event instanceof DistinctFromRecorded distinct) {
                answers.put(
                        distinct.researcher() + " is not " + distinct.other(),
                        lookups.distinct(distinct.researcher(), distinct.other()));
            }
            if (event.personal() instanceof Identity identity) {
                identity.identifiers().forEach(identifier -> {
                    answers.put("owner of " + identifier, lookups.ownerOf(identifier));
                    answers.put("suppressed " + identifier, lookups.erasedWith(identifier));
                });
            }
        }
        return answers;
    }
}
