package dev.sojourn.bench;

import dev.sojourn.event.Event;
import dev.sojourn.event.Header;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.projection.History;
import dev.sojourn.projection.Timeline;
import dev.sojourn.study.search.Duplicates;
import dev.sojourn.study.search.PeopleSearch;
import dev.sojourn.time.PartialDate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * How long it takes to find people among many, and all who may be recorded twice: {@code SearchTimes [people]}. A few
 * surnames and given names are those of very many, a twentieth is written with an initial, each is at one institution.
 */
public final class SearchTimes {
    private static final String[] SYLLABLES = {
        "an", "bo", "chen", "da", "el", "fa", "gu", "han", "is", "jo", "ka", "li", "ma", "no", "or", "pe", "qi", "ro",
        "sa", "ti", "ur", "va", "wei", "xu", "ya", "zo"
    };

    private final Timeline timeline = new Timeline(History.NONE);
    private final Random random = new Random(42);
    private long position;

    private SearchTimes() {}

    public static void main(String[] args) {
        new SearchTimes().run(args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000);
    }

    private void run(int people) {
        for (int number = 0; number < people; number++) {
            enter(number);
        }
        var search = new PeopleSearch(timeline);
        var view = timeline.now();
        timed("all names read", () -> {
            search.prepare();
            return "";
        });
        var names = List.of(
                surname(0), // that of very many
                surname(0) + ", " + given(0),
                given(3).charAt(0) + ". " + surname(0),
                surname(9_000) + " " + given(7),
                given(0).substring(0, 2),
                "a b",
                "nobody");
        for (int time = 0; time < 3; time++) {
            for (String name : names) {
                timed("\"" + name + "\"", () -> search.find(view, name).size() + " found");
            }
        }
        var duplicates = new Duplicates(search);
        timed("duplicates of one", () -> duplicates.of(view, 17).size() + " pairs");
        timed("duplicates of one again", () -> duplicates.of(view, 17).size() + " pairs");
        timed("all duplicates", () -> duplicates.all(view).size() + " pairs");
    }

    private void enter(int number) {
        var who = new ResearcherId("p" + number);
        String given = given(zipf(3_000));
        String name = (number % 20 == 0 ? given.charAt(0) + "." : given) + " " + surname(zipf(100_000));
        told(new ResearcherRegistered(who, new Identity(Names.of(name), List.of(), null, List.of(), Map.of())), 0);
        var claim = Claim.of(new InstitutionId("i" + zipf(20_000)), Role.FACULTY, PartialDate.parse("2015"), null);
        told(new AffiliationRecorded(who, new SpellId("s" + number), claim, null, Titled.NONE), 1);
    }

    private void told(Event event, long sequence) {
        position++;
        timeline.on(new Recorded(
                new Header(position, Instant.EPOCH.plusSeconds(position), sequence, "a", "c", null, null, null),
                event));
    }

    /** A number below a limit; the nth is drawn about 1/n as often as the first. */
    private int zipf(int limit) {
        return (int) Math.exp(random.nextDouble() * Math.log(limit)) - 1;
    }

    private static String surname(int number) {
        return syllables(number + 1_000);
    }

    private static String given(int number) {
        return syllables(number + 30);
    }

    private static String syllables(int number) {
        var name = new StringBuilder();
        for (int rest = number; rest > 0; rest /= SYLLABLES.length) {
            name.append(SYLLABLES[rest % SYLLABLES.length]);
        }
        return name.toString().substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static void timed(String what, Supplier<String> work) {
        long begin = System.nanoTime();
        String result = work.get();
        System.out.printf("%-30s %10.1f ms  %s%n", what, (System.nanoTime() - begin) / 1e6, result);
    }
}
