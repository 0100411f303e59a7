package dev.sojourn.audit.telling;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.Degree;
import dev.sojourn.time.ValidTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Spells and degrees in words, and what differs between two claims of one. */
final class Claims {
    private final Teller teller;
    private final Words words;

    Claims(Teller teller) {
        this.teller = teller;
        this.words = teller.words();
    }

    String stay(Claim claim, String title) {
        if (claim == null) {
            return words.say("none");
        }
        var parts = new ArrayList<String>();
        parts.add(teller.called(claim.institution()));
        parts.add(words.word(claim.role()));
        if (title != null) {
            parts.add(words.say("quoted", title));
        }
        if (claim.kind() != null) {
            parts.add(words.word(claim.kind()));
        }
        claim.flags().forEach(flag -> parts.add(words.word(flag)));
        if (claim.workplace() != null) {
            parts.add(words.say("workplace", claim.workplace()));
        }
        parts.add(words.period(claim.valid()));
        return words.list(parts);
    }

    String degree(Degree degree) {
        if (degree == null) {
            return words.say("none");
        }
        return words.list(List.of(
                words.word(degree.level()),
                degree.institution() == null ? degree.country().toString() : teller.called(degree.institution()),
                degree.start() == null && degree.end() != null
                        ? words.say("completed", degree.end())
                        : words.period(new ValidTime(degree.start(), degree.end()))));
    }

    String changes(Claim before, Claim after) {
        if (before == null) {
            return words.say("changed.nothing");
        }
        var changes = new ArrayList<String>();
        change(changes, "institution", teller.called(before.institution()), teller.called(after.institution()));
        change(changes, "role", words.word(before.role()), words.word(after.role()));
        change(changes, "kind", words.word(before.kind()), words.word(after.kind()));
        change(changes, "start", words.known(before.start()), words.known(after.start()));
        change(changes, "end", words.known(before.end()), words.known(after.end()));
        change(changes, "workplace", words.known(before.workplace()), words.known(after.workplace()));
        change(
                changes,
                "flags",
                words.list(before.flags().stream().map(words::word).toList()),
                words.list(after.flags().stream().map(words::word).toList()));
        return all(changes);
    }

    String changes(Degree before, Degree after) {
        if (before == null) {
            return words.say("changed.nothing");
        }
        var changes = new ArrayList<String>();
        change(changes, "level", words.word(before.level()), words.word(after.level()));
        change(changes, "institution", teller.called(before.institution()), teller.called(after.institution()));
        change(changes, "country", words.known(before.country()), words.known(after.country()));
        change(changes, "start", words.known(before.start()), words.known(after.start()));
        change(changes, "end", words.known(before.end()), words.known(after.end()));
        return all(changes);
    }

    private void change(List<String> changes, String field, String before, String after) {
        if (!Objects.equals(before, after)) {
            changes.add(words.say("changed", words.say("field." + field), before, after));
        }
    }

    private String all(List<String> changes) {
        return changes.isEmpty() ? words.say("changed.nothing") : words.list(changes);
    }
}
