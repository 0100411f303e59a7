package dev.sojourn;

import dev.sojourn.access.AccountRole;
import dev.sojourn.access.openid.OpenIdProvider;
import dev.sojourn.access.openid.OpenIdTokens;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;

/** What a server is told about an OpenID Connect provider, under {@code sojourn.openid.} in the settings. */
final class LoginSettings {
    private static final String PLACE = "sojourn.openid.";

    private static final Bindable<Map<String, List<String>>> WORDS = Bindable.of(ResolvableType.forClassWithGenerics(
            Map.class,
            ResolvableType.forClass(String.class),
            ResolvableType.forClassWithGenerics(List.class, String.class)));

    private LoginSettings() {}

    /**
     * The provider whose tokens let people in; empty if no issuer is named.
     *
     * @throws UnusableSetting if one of the settings cannot be used
     */
    static Optional<OpenIdTokens> provider(Environment environment, Clock clock) {
        String issuer = text(environment, "issuer", "");
        String keys = text(environment, "keys", "");
        String audience = text(environment, "audience", "");
        if (issuer.isEmpty()) {
            if (!audience.isEmpty() || !keys.isEmpty()) {
                throw new UnusableSetting(PLACE + "issuer is needed beside the audience: whose tokens are they?");
            }
            return Optional.empty();
        }
        try {
            var provider = new OpenIdProvider(
                    issuer,
                    keys.isEmpty() ? null : keys,
                    audience,
                    text(environment, "name-claim", "sub"),
                    text(environment, "role-claim", "roles"),
                    roles(Binder.get(environment)));
            return Optional.of(new OpenIdTokens(provider, clock));
        } catch (IllegalArgumentException wrong) {
            throw new UnusableSetting(PLACE + wrong.getMessage());
        }
    }

    /** Read the other way round than they are written: by the provider's word for a role. */
    private static Map<String, AccountRole> roles(Binder settings) {
        var roles = new HashMap<String, AccountRole>();
        settings.bind(PLACE + "roles", WORDS).orElse(Map.of()).forEach((role, words) -> {
            for (String word : words) {
                if (!word.isBlank() && roles.put(word.strip(), AccountRole.parse(role)) != null) {
                    throw new IllegalArgumentException("roles: \"" + word + "\" cannot give two roles");
                }
            }
        });
        return roles;
    }

    private static String text(Environment environment, String name, String otherwise) {
        return environment.getProperty(PLACE + name, otherwise).strip();
    }
}
