package dev.sojourn;

import dev.sojourn.access.AccessMode;
import dev.sojourn.access.Accounts;
import dev.sojourn.access.Login;
import dev.sojourn.access.LoginThrottle;
import dev.sojourn.access.WebSecurity;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** What the web server is made of, beside the ledger it is given: controllers and pages, and the checks before them. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class
        })
@ComponentScan({"dev.sojourn.api", "dev.sojourn.ui"})
class WebConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, Accounts accounts, AccessMode mode, Clock clock) {
        return WebSecurity.chain(http, new Login(accounts, new LoginThrottle(clock)), mode);
    }
}
