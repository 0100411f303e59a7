package dev.sojourn.bench;

import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.SpellEvent.AffiliationRetracted;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import dev.sojourn.time.PartialDate.Qualifier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/** One researcher of the reference set: stays that follow each other, some with a second one beside them. */
public final class Life {

    /** Names are not part of what is measured. */
    static final Identity ANONYMOUS = new Identity(null, List.of(), null, List.of(), null);

    private static final Role[] ROLES = {Role.PHD_STUDENT, Role.POSTDOC, Role.FACULTY, Role.RESEARCHER, Role.ENGINEER};

    /** A spell event and when it is recorded. */
    private record Step(SpellEvent event, long recorded) {}

    private final ResearcherId id;
    private final EducationId education;
    private final Degree degree;
    private final List<Step> steps = new ArrayList<>();
    private final SplittableRandom random;

    Life(int researcher, SplittableRandom random, Places places, Instant first, Instant last) {
        this.random = random;
        id = new ResearcherId(uuid());
        education = new EducationId("b" + researcher);
        int place = places.any(random);
        int year = 1988 + (int) (36 * Math.sqrt(random.nextDouble()));
        degree = random.nextInt(10) == 0 ? null : degree(places.id(place), places.country(place), year);
        int stays = 2 + random.nextInt(5) + (random.nextInt(100) < 24 ? 1 : 0);
        var start = date(year);
        for (int stay = 0; stay < stays; stay++) {
            place = random.nextInt(100) < 60 ? places.near(place, random) : places.any(random);
            year += 1 + random.nextInt(5);
            var end = stay == stays - 1 && random.nextInt(10) < 7 ? null : date(year);
            var claim = claim(places.id(place), ROLES[Math.min(stay, 4)], null, start, end);
            told(claim, first.toEpochMilli(), last.toEpochMilli());
            if (random.nextInt(100) < 14 * 2 / stays) {
                var beside = claim(places.id(places.any(random)), Role.OTHER, Kind.ADJUNCT, start, end);
                told(beside, first.toEpochMilli(), last.toEpochMilli());
            }
            start = end == null ? date(year) : end;
        }
    }

    private void told(Claim claim, long first, long last) {
        var spell = new SpellId(uuid());
        long at = first + (long) (random.nextDouble() * (last - first));
        var seen = LocalDate.ofInstant(Instant.ofEpochMilli(at), ZoneOffset.UTC);
        steps.add(new Step(new AffiliationRecorded(id, spell, claim, seen, Titled.NONE), at));
        int chance = random.nextInt(100);
        if (chance < 8) {
            long later = at + (long) (random.nextDouble() * (last - at));
            var wrong = claim.start() == null
                    ? claim
                    : claim.withStart(date(claim.start().year()));
            steps.add(new Step(
                    chance < 2
                            ? new AffiliationRetracted(id, spell, Remarks.NONE)
                            : new AffiliationCorrected(id, spell, wrong, seen, Titled.NONE),
                    Math.max(later, at + 1000)));
        }
    }

    private static Degree degree(InstitutionId institution, CountryCode country, int year) {
        var end = new PartialDate(year, 0, 0, Qualifier.NONE);
        return year % 5 == 0
                ? new Degree(Level.BACHELOR, null, country, null, end)
                : new Degree(Level.BACHELOR, institution, null, null, end);
    }

    private Claim claim(InstitutionId where, Role role, Kind kind, PartialDate start, PartialDate end) {
        var desk = random.nextInt(50) == 0 ? new CountryCode("US") : null;
        return new Claim(where, role, kind, start, end, desk, Set.of());
    }

    /** Most dates are years, as in the real data; some months and days. */
    private PartialDate date(int year) {
        int precision = random.nextInt(10);
        int month = precision < 7 ? 0 : 1 + random.nextInt(12);
        return new PartialDate(year, month, precision < 8 ? 0 : 1 + random.nextInt(28), Qualifier.NONE);
    }

    private String uuid() {
        return new UUID((random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() >>> 2) | (1L << 63)).toString();
    }

    public ResearcherId id() {
        return id;
    }

    public Degree degree() {
        return degree;
    }

    EducationId education() {
        return education;
    }

    /** How many spell events there are. */
    public int steps() {
        return steps.size();
    }

    /** A spell event; of one spell a later step is recorded later. */
    public SpellEvent event(int step) {
        return steps.get(step).event();
    }

    /** Milliseconds since 1970. */
    public long recorded(int step) {
        return steps.get(step).recorded();
    }

    /** The step that is recorded first. */
    int firstStep() {
        int first = 0;
        for (int step = 1; step < steps.size(); step++) {
            if (recorded(step) / 1000 < recorded(first) / 1000) {
                first = step;
            }
        }
        return first;
    }
}
