package dev.sojourn.audit.telling;

import dev.sojourn.event.Event;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.View;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Says what an event recorded, in one sentence without its subject. Names are those known at the position of a view, what
 * it changed is what was believed right before the event.
 *
 * <p>For one thread, and one answer: it keeps the stories it has read.
 */
public final class Teller {
    private final View view;
    private final Function<Id, Story> read;
    private final Map<Id, Story> stories = new HashMap<>();
    private final Words words;
    private final ThingSentences sentences;

    /**
     * Tells from one position.
     *
     * @param stories all events of a subject up to that position
     */
    public Teller(View view, Function<Id, Story> stories, Locale language) {
        this.view = view;
        this.read = stories;
        this.words = new Words(language);
        this.sentences = new ThingSentences(this);
    }

    /** What an event recorded. */
    public String tell(Recorded recorded) {
        return sentences.sentence(recorded.event(), recorded.header());
    }

    /** That an event of a subject no longer counts, and what it had recorded. */
    String undone(Event undo, long sequence) {
        var target = story(undo.subject()).numbered(sequence);
        return words.say(
                "Undone",
                target.map(Recorded::position).map(String::valueOf).orElse(words.say("none")),
                target.map(this::tell).orElse(words.say("none")));
    }

    /** Everything about a subject, as of the position told from. */
    public Story story(Id subject) {
        return stories.computeIfAbsent(subject, read);
    }

    /** What a subject is called; null if it has no name, or none any more. */
    public String name(Id subject) {
        Names names = null;
        if (subject instanceof ResearcherId researcher && view.find(researcher) != View.NONE) {
            names = view.names(view.find(researcher));
        } else if (subject instanceof InstitutionId institution) {
            int number = view.find(institution);
            var profile = number == View.NONE ? null : view.profile(number);
            names = profile == null ? null : profile.names();
        }
        return names == null ? null : names.first();
    }

    /** Its name, or else its id. */
    String called(Id subject) {
        if (subject == null) {
            return words.say("none");
        }
        String name = name(subject);
        boolean erased = subject instanceof ResearcherId researcher
                && view.find(researcher) != View.NONE
                && view.erased(view.find(researcher));
        if (erased) {
            return subject.value() + " (" + words.say("erased") + ")";
        }
        return name == null ? subject.value() : name;
    }

    Words words() {
        return words;
    }
}
