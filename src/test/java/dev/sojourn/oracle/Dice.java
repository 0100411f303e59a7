package dev.sojourn.oracle;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.time.PartialDate;
import dev.sojourn.time.ValidTime;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/**
 * Throws values from a seed. Few of each, and dates in few years, so that collisions, ties and handovers really happen.
 */
final class Dice {

    static final List<String> COUNTRIES = List.of("US", "CN", "HK", "GB", "FR");
    static final List<String> GROUPS = List.of("seven", "ivy");
    private static final int FIRST_YEAR = 2018;
    private static final int YEARS = 4;

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
        random.nextInt(); // neighbouring seeds throw alike first
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean perCent(int chance) {
        return below(100) < chance;
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    PartialDate date() {
        int year = FIRST_YEAR + below(YEARS);
        int precision = below(10);
        int month = precision < 5 ? 0 : one(List.of(1, 6, 12));
        int day =
                precision < 8 ? 0 : one(List.of(1, 15, YearMonth.of(year, month).lengthOfMonth()));
        var qualifier = perCent(8) ? PartialDate.Qualifier.APPROXIMATE : PartialDate.Qualifier.NONE;
        return new PartialDate(year, month, day, qualifier);
    }

    LocalDate day() {
        int year = FIRST_YEAR - 1 + below(YEARS + 2);
        return switch (below(6)) {
            case 0 -> LocalDate.of(year, 6, 15);
            case 1 -> LocalDate.of(year, 6, 30);
            case 2 -> LocalDate.of(year, 1, 1);
            default -> LocalDate.of(year, 12, 31);
        };
    }

    LocalDate yearEnd() {
        return LocalDate.of(FIRST_YEAR - 1 + below(YEARS + 2), 12, 31);
    }

    /** Never certainly reversed; both ends may be open, an end more often. */
    ValidTime valid() {
        var one = perCent(6) ? null : date();
        var other = perCent(40) ? null : date();
        if (one != null && other != null && other.latest().isBefore(one.earliest())) {
            return new ValidTime(other, one);
        }
        return new ValidTime(one, other);
    }

    LocalDate observed() {
        return perCent(50) ? null : day();
    }

    Claim claim() {
        var valid = valid();
        var flags = EnumSet.noneOf(Flag.class);
        if (perCent(15)) {
            flags.add(one(List.of(Flag.values())));
        }
        return new Claim(
                institution(),
                one(List.of(Role.PHD_STUDENT, Role.FACULTY, Role.RESEARCHER, Role.NOT_STATED)),
                perCent(50) ? null : one(List.of(Kind.values())),
                valid.start(),
                valid.end(),
                perCent(15) ? country() : null,
                flags);
    }

    Degree degree() {
        var level = perCent(75) ? Level.BACHELOR : one(List.of(Level.values()));
        boolean placed = perCent(70);
        var valid = valid();
        return new Degree(level, placed ? institution() : null, placed ? null : country(), valid.start(), valid.end());
    }

    Profile profile() {
        return new Profile(
                Names.of("Somewhere"),
                one(List.of(Sector.UNIVERSITY, Sector.COMPANY, Sector.NOT_STATED)),
                perCent(20) ? null : country(),
                perCent(20) ? institution() : null,
                List.of());
    }

    CountryCode country() {
        return new CountryCode(one(COUNTRIES));
    }

    /** Ids of which one is the beginning of another, and whose order is not that of their making. */
    InstitutionId institution() {
        return new InstitutionId(one(List.of("MIT", "MI", "zju", "aalto", "ox", "eth")));
    }

    GroupId group() {
        return new GroupId(one(GROUPS));
    }

    ResearcherId researcher() {
        return new ResearcherId("r" + below(6));
    }

    CohortId cohort() {
        return new CohortId(one(List.of("first", "second")));
    }
}
