package dev.sojourn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

@DisplayName("The settings of an OpenID Connect provider")
class LoginSettingsTest {
    private static final Map<String, String> GOOD = Map.of(
            "issuer", "https://login.example.org",
            "audience", "sojourn",
            "roles.viewer", "",
            "roles.curator[0]", "lab-curators",
            "roles.curator[1]", "lab-leads");

    @Test
    void name_none_unless_an_issuer_is_given() {
        assertThat(LoginSettings.provider(new MockEnvironment(), Clock.systemUTC()))
                .isEmpty();
        assertThat(provider(Map.of())).isPresent();
    }

    /** Wrong settings stop the start: otherwise somebody would find out by being let in. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            issuer           |                           | sojourn.openid.issuer is needed beside the audience
            issuer           | http://login.example.org  | is no https address
            issuer           | login.example.org         | is no https address
            keys             | http://example.org/keys   | is no https address
            keys             | no/such/file.json         | cannot be read as a JSON Web Key Set
            audience         |                           | audience is needed
            role-claim       | ' '                       | role-claim is needed
            roles.boss       | chief                     | "boss" is no role
            roles.admin      | lab-curators              | "lab-curators" cannot give two roles
            """)
    void are_refused_by_name(String setting, String value, String told) {
        assertThatThrownBy(() -> provider(Map.of(setting, value == null ? "" : value)))
                .isInstanceOf(UnusableSetting.class)
                .hasMessageStartingWith("sojourn.openid.")
                .hasMessageContaining(told);
    }

    @Test
    void need_a_role_that_somebody_could_have() {
        assertThatThrownBy(() -> provider(Map.of("roles.curator[0]", "", "roles.curator[1]", "")))
                .hasMessageContaining("roles: without any");
    }

    private static Optional<?> provider(Map<String, String> changes) {
        var settings = new HashMap<>(GOOD);
        settings.putAll(changes);
        var environment = new MockEnvironment();
        settings.forEach((name, value) -> environment.setProperty("sojourn.openid." + name, value));
        return LoginSettings.provider(environment, Clock.systemUTC());
    }
}
