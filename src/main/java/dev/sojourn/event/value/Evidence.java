package dev.sojourn.event.value;

import java.net.URI;
import java.time.LocalDate;

/**
 * What shows a claim to be true.
 *
 * @param url where it is, http or https; null if it is nowhere on the web
 * @param title what it is called, or null
 * @param archivedUrl where a copy is kept, http or https, or null
 * @param quote the words that matter, or null
 * @param kind what it is
 * @param observedOn the day at which it showed the claim true
 */
public record Evidence(String url, String title, String archivedUrl, String quote, Kind kind, LocalDate observedOn) {

    /** What a piece of evidence is; in JSON in small letters. */
    public enum Kind {
        HOMEPAGE,
        PROFILE,
        PUBLICATION,
        NEWS,
        REGISTRY,
        CORRESPONDENCE,
        OTHER
    }

    /**
     * Needs a kind and a day; links can only be http or https, since pages show them.
     *
     * @throws IllegalArgumentException saying which part is wrong
     */
    public Evidence {
        if (kind == null) {
            throw new IllegalArgumentException("evidence needs a kind, as in homepage or publication");
        }
        if (observedOn == null) {
            throw new IllegalArgumentException("evidence needs observedOn, the day at which it showed the claim true");
        }
        title = Personal.said(title);
        quote = Personal.said(quote);
        checkLink("url", url);
        checkLink("archivedUrl", archivedUrl);
    }

    private static void checkLink(String field, String link) {
        if (link == null) {
            return;
        }
        try {
            var scheme = URI.create(link).getScheme();
            if ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme)) {
                return;
            }
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalArgumentException(field + " of the evidence is no link", unreadable);
        }
        throw new IllegalArgumentException(field + " of the evidence must begin with http:// or https://");
    }
}
