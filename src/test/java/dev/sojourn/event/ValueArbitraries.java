package dev.sojourn.event;

import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.Evidence;
import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.Id;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Kind;
import dev.sojourn.event.value.Level;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.time.PartialDate;
import dev.sojourn.time.PartialDate.Qualifier;
import dev.sojourn.time.ValidTime;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Any value that can stand in an event: dates of all forms, names in several scripts, evidence, claims. */
public final class ValueArbitraries {

    private ValueArbitraries() {}

    /** Ids of one type, with spaces, quotes and letters of any script inside. */
    public static <T extends Id> Arbitrary<T> ids(Function<String, T> type) {
        return words().map(String::strip).filter(text -> !text.isEmpty()).map(type);
    }

    /** Texts with at least one letter: quotes, backslashes, line breaks and Chinese included. */
    public static Arbitrary<String> words() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('A', '0', '9', ' ', '-', '.', '"', '\\', '/', '<', '&', 'é', 'ß', '單', '霽', '翔', '한')
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(text -> !text.isBlank());
    }

    /** Dates of the three precisions, qualified or not. */
    public static Arbitrary<PartialDate> dates() {
        var days = Combinators.combine(
                        Arbitraries.integers().between(1, 9999),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 31))
                .as((year, month, day) -> new int[] {
                    year, month, Math.min(day, YearMonth.of(year, month).lengthOfMonth())
                });
        return Combinators.combine(days, Arbitraries.integers().between(1, 3), Arbitraries.of(Qualifier.class))
                .as((day, parts, qualifier) ->
                        new PartialDate(day[0], parts > 1 ? day[1] : 0, parts > 2 ? day[2] : 0, qualifier));
    }

    /** Ranges of which one or both ends may be unknown. */
    public static Arbitrary<ValidTime> validTimes() {
        return Combinators.combine(dates().injectNull(0.2), dates().injectNull(0.3))
                .as((one, other) ->
                        one != null && other != null && other.latest().isBefore(one.earliest())
                                ? new ValidTime(other, one)
                                : new ValidTime(one, other));
    }

    /** Days of this era. */
    public static Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(1, 200_000).map(LocalDate::ofEpochDay);
    }

    /** Assigned codes. */
    public static Arbitrary<CountryCode> countries() {
        return Arbitraries.of(Locale.getISOCountries()).map(CountryCode::new);
    }

    /** One to three names, in any order of scripts. */
    public static Arbitrary<Names> names() {
        return Combinators.combine(
                        Arbitraries.shuffle("Latn", "Hans", "Hant", "Hani", "Kore"),
                        words().list().ofMinSize(1).ofMaxSize(3))
                .as((scripts, names) -> {
                    var byScript = new LinkedHashMap<String, String>();
                    for (int i = 0; i < names.size(); i++) {
                        byScript.put(scripts.get(i), names.get(i));
                    }
                    return new Names(byScript);
                });
    }

    /** Identifiers of known and unknown schemes; ORCID iDs with the checksum worked out the slow way. */
    public static Arbitrary<Identifier> identifiers() {
        var others = Combinators.combine(Arbitraries.of("dblp", "openalex", "ror", "old-list-2"), words())
                .as(Identifier::new);
        return Arbitraries.oneOf(others, orcids().map(value -> new Identifier("orcid", value)));
    }

    /** ORCID iDs: the last digit makes the sum of digit x 2^place equal 1 modulo 11. */
    public static Arbitrary<String> orcids() {
        return Arbitraries.strings().numeric().ofLength(15).map(digits -> {
            long sum = 0;
            for (int place = 0; place < 15; place++) {
                sum += (digits.charAt(place) - '0') * (1L << (15 - place));
            }
            long check = Math.floorMod(1 - sum, 11L);
            String all = digits + (check == 10 ? "X" : check);
            return all.replaceAll("(.{4})(?!$)", "$1-");
        });
    }

    static Arbitrary<Claim> claims() {
        return Combinators.combine(
                        ids(InstitutionId::new),
                        Arbitraries.of(Role.class),
                        Arbitraries.of(Kind.class).injectNull(0.3),
                        validTimes(),
                        countries().injectNull(0.6),
                        Arbitraries.of(Flag.class).set())
                .as((institution, role, kind, valid, workplace, flags) ->
                        new Claim(institution, role, kind, valid.start(), valid.end(), workplace, flags));
    }

    static Arbitrary<Degree> degrees() {
        return Combinators.combine(
                        Arbitraries.of(Level.class), ids(InstitutionId::new).injectNull(0.4), countries(), validTimes())
                .as((level, institution, country, valid) -> new Degree(
                        level, institution, institution == null ? country : null, valid.start(), valid.end()));
    }

    static Arbitrary<Profile> profiles() {
        return Combinators.combine(
                        names(),
                        Arbitraries.of(Sector.class),
                        countries().injectNull(0.3),
                        ids(InstitutionId::new).injectNull(0.6),
                        identifiers().list().ofMaxSize(2))
                .as(Profile::new);
    }

    static Arbitrary<Evidence> evidence() {
        var links = Arbitraries.of("https://a.example.org/1?b=c#d", "http://b.example.org", "HTTPS://c.example.org/é")
                .injectNull(0.3);
        return Combinators.combine(links, texts(), links, texts(), Arbitraries.of(Evidence.Kind.class), days())
                .as(Evidence::new);
    }

    static Arbitrary<Remarks> remarks() {
        return Combinators.combine(texts(), evidence().list().ofMaxSize(2), notes())
                .as(Remarks::new);
    }

    static Arbitrary<Titled> titled() {
        return Combinators.combine(texts(), remarks())
                .as((title, more) -> new Titled(title, more.reason(), more.evidence(), more.notes()));
    }

    /** Named and identified as asked for. */
    static Arbitrary<Identity> identities(Arbitrary<Names> names, Arbitrary<List<Identifier>> identifiers) {
        return Combinators.combine(names, identifiers, remarks())
                .as((called, by, more) -> new Identity(called, by, more.reason(), more.evidence(), more.notes()));
    }

    /** Texts that may be missing or blank. */
    static Arbitrary<String> texts() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, words()),
                Tuple.of(1, Arbitraries.of("", "  ")),
                Tuple.of(3, Arbitraries.just("x").injectNull(1)));
    }

    private static Arbitrary<Map<String, String>> notes() {
        return Arbitraries.maps(words(), Arbitraries.strings().alpha().ofMaxLength(3))
                .ofMaxSize(2);
    }
}
