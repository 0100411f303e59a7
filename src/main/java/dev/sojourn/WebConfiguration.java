package dev.sojourn;

import dev.sojourn.access.AccessMode;
import dev.sojourn.access.Accounts;
import dev.sojourn.access.CommandCheck;
import dev.sojourn.access.web.Login;
import dev.sojourn.access.web.LoginThrottle;
import dev.sojourn.access.web.TokenLogin;
import dev.sojourn.access.web.WebSecurity;
import dev.sojourn.analysis.question.RegionMap;
import dev.sojourn.audit.disclosure.DisclosureLog;
import dev.sojourn.audit.history.Histories;
import dev.sojourn.audit.verification.HeadLog;
import dev.sojourn.audit.verification.Signer;
import dev.sojourn.audit.verification.SigningDesk;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.exchange.copy.BackupFolder;
import dev.sojourn.projection.Follower;
import dev.sojourn.projection.Timeline;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.Figures;
import dev.sojourn.study.Knowledge;
import dev.sojourn.study.open.PublicReleases;
import dev.sojourn.study.rule.RuleBook;
import dev.sojourn.study.search.PeopleSearch;
import dev.sojourn.study.whatif.WhatIf;
import dev.sojourn.time.KnownAt;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** What the web server is made of, beside the ledger it is given: controllers and pages, and the checks before them. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            UserDetailsServiceAutoConfiguration.class,
            // Nobody reads what they would observe of each request, which takes longer than most questions.
            ObservationAutoConfiguration.class,
            WebMvcObservationAutoConfiguration.class
        })
@ComponentScan({"dev.sojourn.api", "dev.sojourn.ui"})
class WebConfiguration {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The parts of a ledger are closed by the ledger, in order. */
    @Bean(destroyMethod = "")
    LedgerStore store(OpenLedger ledger) {
        return ledger.store();
    }

    @Bean
    Timeline timeline(OpenLedger ledger) {
        return ledger.timeline();
    }

    @Bean
    Knowledge knowledge(OpenLedger ledger) {
        return ledger.knowledge();
    }

    @Bean
    Histories histories(OpenLedger ledger) {
        return ledger.histories().prepared();
    }

    /** Reads the names there are while the server starts to answer; a first search waits for it. */
    @Bean
    PeopleSearch search(Timeline timeline) {
        var search = new PeopleSearch(timeline);
        var reader = new Thread(search::prepare, "read-names");
        reader.setDaemon(true);
        reader.start();
        return search;
    }

    @Bean
    RuleBook rules() {
        return RuleBook.load();
    }

    @Bean
    RegionMap regions(RuleBook rules) {
        return rules.regions();
    }

    @Bean
    Figures figures(RuleBook rules) {
        return Figures.load().checked(rules);
    }

    @Bean
    WhatIf whatIf(Timeline timeline, LedgerStore store, Figures figures, RuleBook rules) {
        return new WhatIf(timeline, Follower.history(store), figures, rules);
    }

    /** What everybody sees of releases; computed when somebody asks, and kept. */
    @Bean
    PublicReleases publicReleases(Knowledge knowledge, Environment environment) {
        return new PublicReleases(
                environment.getProperty("sojourn.public-threshold", Integer.class, 5),
                position -> knowledge.at(new KnownAt.AtPosition(position)));
    }

    @Bean
    Curation curation(OpenLedger ledger) {
        var curation = ledger.curation();
        curation.intercept(new CommandCheck());
        return curation;
    }

    @Bean
    AuditSettings auditSettings(Environment environment) {
        return AuditSettings.of(environment);
    }

    /** There is none without a key. */
    @Bean
    Signer signer(AuditSettings settings) {
        return settings.signer().orElse(null);
    }

    /** There is none without a file for it. */
    @Bean
    HeadLog headLog(AuditSettings settings, LedgerStore store, Clock clock) {
        return settings.headLog() == null
                ? null
                : new HeadLog(
                        store,
                        new SigningDesk(store, clock),
                        settings.signer().orElseThrow(),
                        settings.headLog(),
                        settings.every());
    }

    @Bean
    DisclosureLog disclosures(OpenLedger ledger, Clock clock) {
        return new DisclosureLog(ledger.directory(), clock);
    }

    @Bean
    BackupFolder backups(OpenLedger ledger, Accounts accounts, AuditSettings settings, Clock clock) {
        return new BackupFolder(ledger.store(), ledger.directory(), settings.backups(), accounts::backup, clock);
    }

    @Bean
    LedgerHealth ledgerHealth(OpenLedger ledger) {
        return new LedgerHealth(ledger);
    }

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, Accounts accounts, AccessMode mode, Environment environment, Clock clock) {
        var throttle = new LoginThrottle(clock);
        var provider = LoginSettings.provider(environment, clock);
        return WebSecurity.chain(
                http, new Login(accounts, throttle), new TokenLogin(accounts.tokens(), provider), throttle, mode);
    }

    @Bean
    HttpFirewall firewall() {
        return WebSecurity.firewall();
    }

    @Bean
    RequestRejectedHandler oddAddresses() {
        return WebSecurity.oddAddresses();
    }
}
