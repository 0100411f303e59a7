package dev.sojourn.event;

import static dev.sojourn.event.ValueArbitraries.ids;

import dev.sojourn.event.IdentityEvent.IdentifierLinked;
import dev.sojourn.event.IdentityEvent.IdentifierUnlinked;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Degree;
import dev.sojourn.event.value.EducationId;
import dev.sojourn.event.value.GroupId;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Personal.Titled;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.ReleaseName;
import dev.sojourn.event.value.ReleasedQuestion;
import dev.sojourn.event.value.ReleasedRegions;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.event.value.SpellId;
import dev.sojourn.time.PartialDate;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any event of any type, built field by field from its record, so that a new type is covered without a line here. */
public final class EventArbitraries {

    /** Fields that may be missing, as {@code Type.field}; those within values are missing now and then anyway. */
    private static final Set<String> OPTIONAL = Set.of(
            "AffiliationRecorded.observedOn",
            "AffiliationEnded.observedOn",
            "AffiliationCorrected.observedOn",
            "CareerEnded.on",
            "ParentChanged.parent",
            "JoinedGroup.from",
            "CohortDefined.frame",
            "CohortDefined.drawn",
            "CohortDefined.source");

    private static final Map<Class<?>, Arbitrary<?>> BY_TYPE = new HashMap<>();

    static {
        BY_TYPE.put(ResearcherId.class, ids(ResearcherId::new));
        BY_TYPE.put(InstitutionId.class, ids(InstitutionId::new));
        BY_TYPE.put(SpellId.class, ids(SpellId::new));
        BY_TYPE.put(EducationId.class, ids(EducationId::new));
        BY_TYPE.put(CohortId.class, ids(CohortId::new));
        BY_TYPE.put(GroupId.class, ids(GroupId::new));
        BY_TYPE.put(ReleaseName.class, ids(ReleaseName::new));
        BY_TYPE.put(PartialDate.class, ValueArbitraries.dates());
        BY_TYPE.put(LocalDate.class, ValueArbitraries.days());
        BY_TYPE.put(CountryCode.class, ValueArbitraries.countries());
        BY_TYPE.put(Names.class, ValueArbitraries.names());
        BY_TYPE.put(Claim.class, ValueArbitraries.claims());
        BY_TYPE.put(Degree.class, ValueArbitraries.degrees());
        BY_TYPE.put(Profile.class, ValueArbitraries.profiles());
        BY_TYPE.put(Remarks.class, ValueArbitraries.remarks());
        BY_TYPE.put(Titled.class, ValueArbitraries.titled());
        BY_TYPE.put(CareerEvent.Cause.class, Arbitraries.of(CareerEvent.Cause.class));
        BY_TYPE.put(String.class, ValueArbitraries.words());
        BY_TYPE.put(int.class, Arbitraries.integers().between(0, 9999));
        BY_TYPE.put(long.class, Arbitraries.longs().between(0, Long.MAX_VALUE));
        BY_TYPE.put(List.class, ids(ResearcherId::new).list().ofMinSize(1).ofMaxSize(4)); // members of a cohort
    }

    private EventArbitraries() {}

    /** Events of all types alike. */
    public static Arbitrary<Event> events() {
        return Arbitraries.of(EventCatalogue.types().values()).flatMap(EventArbitraries::of);
    }

    /** Events of one type. */
    public static Arbitrary<Event> of(Class<? extends Event> type) {
        if (type == ReleasePublished.class) {
            return releases().map(Event.class::cast);
        }
        List<Arbitrary<Object>> fields = Arrays.stream(type.getRecordComponents())
                .map(field -> field(type, field))
                .toList();
        return Combinators.combine(fields).as(values -> create(type, values));
    }

    /** Each question needs a digest, and the questions region maps. */
    private static Arbitrary<ReleasePublished> releases() {
        var words = ValueArbitraries.words();
        var texts =
                Arbitraries.maps(words, words.list().ofMinSize(1).ofMaxSize(2)).ofMaxSize(2);
        var questions = Arbitraries.maps(
                        words, Combinators.combine(words, texts).as(ReleasedQuestion::new))
                .ofMaxSize(2);
        var maps = Combinators.combine(
                        words,
                        Arbitraries.maps(
                                        words,
                                        ValueArbitraries.countries()
                                                .list()
                                                .ofMinSize(1)
                                                .ofMaxSize(2))
                                .ofMaxSize(2))
                .as(ReleasedRegions::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .uniqueElements(ReleasedRegions::version);
        return Combinators.combine(
                        ids(ReleaseName::new),
                        words,
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        words,
                        words.set().ofMaxSize(2),
                        questions,
                        maps,
                        ValueArbitraries.remarks())
                .as((name, title, position, rules, others, asked, kept, remarks) -> {
                    var digests = new HashMap<String, String>();
                    others.forEach(id -> digests.put(id, "0123456789abcdef".repeat(4)));
                    asked.keySet().forEach(id -> digests.put(id, "fedcba9876543210".repeat(4)));
                    return new ReleasePublished(
                            name, title, position, rules, digests, asked, asked.isEmpty() ? null : kept, remarks);
                });
    }

    private static Arbitrary<Object> field(Class<? extends Event> type, RecordComponent field) {
        Arbitrary<?> values = field.getType() == Identity.class ? identities(type) : BY_TYPE.get(field.getType());
        if (field.getName().equals("suppressed")) {
            values = Arbitraries.just("0123456789abcdef".repeat(4)).list().ofMaxSize(2);
        }
        if (values == null) {
            throw new AssertionError("say here what a " + field.getType() + " in an event can be");
        }
        boolean optional = OPTIONAL.contains(type.getSimpleName() + "." + field.getName());
        return values.asGeneric().injectNull(optional ? 0.4 : 0);
    }

    private static Arbitrary<Identity> identities(Class<? extends Event> type) {
        var identifiers = ValueArbitraries.identifiers().list().ofMaxSize(3);
        if (type == IdentifierLinked.class || type == IdentifierUnlinked.class) {
            return ValueArbitraries.identities(ValueArbitraries.names().injectNull(1), identifiers.ofMinSize(1));
        }
        return type == ResearcherRegistered.class
                ? ValueArbitraries.identities(ValueArbitraries.names().injectNull(0.2), identifiers)
                : ValueArbitraries.identities(ValueArbitraries.names(), identifiers.ofSize(0));
    }

    private static Event create(Class<? extends Event> type, List<Object> values) {
        try {
            var types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError("cannot make a " + type.getSimpleName() + " of " + values, impossible);
        }
    }
}
