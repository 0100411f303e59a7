package dev.sojourn.access.openid;

import dev.sojourn.access.AccountRole;
import java.net.URI;
import java.util.Map;

/**
 * A provider whose tokens let people in, as it is configured.
 *
 * @param issuer its address, exactly as its tokens name it
 * @param keys where its public keys are: a web address, or the path of a file; null to ask the issuer
 * @param audience whom its tokens must be for
 * @param nameClaim the claim that says who somebody is
 * @param roleClaim the claim that says what somebody may do; dots lead into claims of claims
 * @param roles which values of that claim give which role here
 */
public record OpenIdProvider(
        String issuer,
        String keys,
        String audience,
        String nameClaim,
        String roleClaim,
        Map<String, AccountRole> roles) {
    /**
     * Needs all but the keys.
     *
     * @throws IllegalArgumentException naming the setting that is missing or wrong
     */
    public OpenIdProvider {
        secure("issuer", issuer);
        if (keys != null && isWeb(keys)) {
            secure("keys", keys);
        }
        needed("audience", audience, "without it, tokens for any other service would do here");
        needed("name-claim", nameClaim, "\"sub\" is always there");
        needed("role-claim", roleClaim, "for instance roles, groups or realm_access.roles");
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("roles: without any, the provider's tokens could do nothing");
        }
        roles = Map.copyOf(roles);
    }

    /** Whether it is an address in the web, and not a file. */
    static boolean isWeb(String place) {
        return place.startsWith("http://") || place.startsWith("https://");
    }

    /** Whoever can change what comes over an open line can make keys of their own. */
    private static void secure(String setting, String address) {
        try {
            var uri = URI.create(address);
            boolean here = "localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost());
            if (uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && here))) {
                return;
            }
        } catch (IllegalArgumentException unreadable) {
            // told below
        }
        throw new IllegalArgumentException(
                setting + ": \"" + address + "\" is no https address (http does for this machine alone)");
    }

    private static void needed(String setting, String value, String why) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(setting + " is needed: " + why);
        }
    }
}
