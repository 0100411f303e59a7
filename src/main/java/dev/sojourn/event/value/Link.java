package dev.sojourn.event.value;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Links that pages show: only http and https, since a browser runs others. Checked where somebody writes one; those recorded
 * earlier are read as they are.
 */
public final class Link {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private Link() {}

    /** What is wrong with a link. */
    public static Optional<String> flaw(String link) {
        try {
            var uri = new URI(link);
            if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
                return Optional.of("a link begins with https:// or http://, since pages show it");
            }
            return uri.getHost() == null && uri.getAuthority() == null
                    ? Optional.of("this link names no place on the web: write https://example.org/page")
                    : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.of("this is no link: write it as the address bar shows it, with %20 for a blank");
        }
    }
}
