package dev.sojourn.command.lookup;

import static dev.sojourn.command.RuleViolation.Rule.REASON_NAMES_PERSON;

import dev.sojourn.command.RuleViolation;
import dev.sojourn.event.Event;
import dev.sojourn.event.IdentityEvent.PersonErased;
import dev.sojourn.event.form.EventJson;
import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Identity;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What keeps an erased person from coming back unnoticed: hashes of every name and identifier they ever had, under a key
 * of the ledger's own, so that nobody without it can try out candidates. The event of the erasure keeps them.
 */
final class Suppression {

    private static final JsonMapper JSON = EventJson.mapper();
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Words of names that are shorter may well be other words. */
    private static final int WORD = 4;

    private Suppression() {}

    /**
     * The event of an erasure with what is to be suppressed from then on.
     *
     * @param recorded all events of the person before it
     * @throws RuleViolation if the reason, which stays readable, tells who the person was
     */
    static PersonErased complete(PersonErased event, Collection<? extends Event> recorded, UnaryOperator<String> hash) {
        var identities = recorded.stream()
                .map(Event::personal)
                .filter(Identity.class::isInstance)
                .map(Identity.class::cast)
                .toList();
        var names = identities.stream()
                .map(Identity::names)
                .filter(Objects::nonNull)
                .flatMap(all -> all.byScript().values().stream())
                .toList();
        var identifiers =
                identities.stream().flatMap(said -> said.identifiers().stream()).toList();
        refuseToTell(event, names, identifiers);
        var suppressed = new TreeSet<String>();
        names.forEach(name -> suppressed.add(hash.apply(text(name))));
        identifiers.forEach(identifier -> suppressed.add(hash.apply(text(identifier))));
        return new PersonErased(event.researcher(), List.copyOf(suppressed), event.personal());
    }

    /** What is hashed of an identifier; case makes no difference. */
    static String text(Identifier identifier) {
        return "identifier\n" + identifier.toString().toLowerCase(Locale.ROOT);
    }

    /** What is hashed of names. */
    static List<String> texts(Names names) {
        return names.byScript().values().stream().map(Suppression::text).toList();
    }

    /** Case, accents written one way or the other, punctuation and the order of words make no difference. */
    private static String text(String name) {
        return "name\n" + words(name).sorted().collect(Collectors.joining(" "));
    }

    private static void refuseToTell(PersonErased event, List<String> names, List<Identifier> identifiers) {
        String said = JSON.writeValueAsString(event.personal()).toLowerCase(Locale.ROOT);
        var words = words(said).collect(Collectors.toSet());
        boolean tells = names.stream()
                        .anyMatch(name -> said.contains(name.toLowerCase(Locale.ROOT))
                                || words(name).anyMatch(word -> word.length() >= WORD && words.contains(word)))
                || identifiers.stream()
                        .anyMatch(identifier -> said.contains(identifier.value().toLowerCase(Locale.ROOT)));
        if (tells) {
            throw new RuleViolation(
                    REASON_NAMES_PERSON,
                    "the reason of an erasure is kept, and this one holds a name or an identifier of the person; write it"
                            + " without, as in: request 2024-17");
        }
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(NO_LETTERS.split(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), 0))
                .filter(word -> !word.isEmpty());
    }
}
