package dev.sojourn.study.search;

import dev.sojourn.event.value.Identifier;
import dev.sojourn.event.value.Names;
import dev.sojourn.projection.View;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What two records of one person would have in common: a whole name as folded, or an identifier but for how it is written.
 * As keys of the index, each beginning with a character that no folded word has.
 */
final class Traits {
    /** Begins the keys of whole names. */
    static final String NAME = "=";

    /** Begins the keys of identifiers as they are without addresses and punctuation. */
    static final String IDENTIFIER = "~";

    private Traits() {}

    /** The traits of a person and those merged into them, each with what it was read from. */
    static Map<String, String> of(View view, int researcher) {
        var traits = new TreeMap<String, String>();
        for (int part : view.states().parts(researcher)) {
            traits.putAll(of(view.names(part), view.identifiers(part)));
        }
        return traits;
    }

    /** The traits of names, which may be null, and identifiers. */
    static Map<String, String> of(Names names, List<Identifier> identifiers) {
        var traits = new TreeMap<String, String>();
        if (names != null) {
            names.byScript().values().forEach(name -> {
                String whole = NameKeys.whole(Folding.words(name));
                if (!whole.isEmpty()) {
                    traits.putIfAbsent(NAME + whole, name);
                }
            });
        }
        for (var identifier : identifiers) {
            String bare = bare(identifier.value());
            if (!bare.isEmpty()) {
                traits.putIfAbsent(IDENTIFIER + identifier.scheme() + ":" + bare, identifier.toString());
            }
        }
        return traits;
    }

    /** In small letters, without the host of a catalogue's address, "www." and anything but letters and digits. */
    private static String bare(String value) {
        return value.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://((api\\.)?openalex\\.org|(www\\.)?dblp\\.org/pid|openreview\\.net)/", "")
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
