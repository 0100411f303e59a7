package dev.sojourn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.command.curation.Curation;
import dev.sojourn.projection.Timeline;
import dev.sojourn.store.LedgerStore;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The running server")
class WiringTest {
    /** Notes every address that anything in this process wants to reach by URL, from before a server is started. */
    private static final class Noting extends ProxySelector {
        private final List<URI> asked = new CopyOnWriteArrayList<>();

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }

    @Test
    void holds_the_ledger_that_was_opened_by_hand_and_nothing_of_axons_own_making() {
        var context = RunningServer.withAccounts().context();

        assertThat(context.getBean(LedgerStore.class)).isNotNull();
        assertThat(context.getBean(Timeline.class)).isNotNull();
        assertThat(context.getBean(Curation.class)).isNotNull();
        assertThat(Arrays.stream(context.getBeanDefinitionNames())
                        .map(context::getType)
                        .map(type -> type == null ? "" : type.getName())
                        .filter(type -> type.startsWith("org.axonframework") || type.contains("axoniq")))
                .isEmpty();
        assertThat(context.getBeanNamesForType(DataSource.class)).isEmpty();
    }

    @Test
    void connects_to_nobody_outside() {
        var before = ProxySelector.getDefault();
        var noting = new Noting();
        ProxySelector.setDefault(noting);
        try {
            RunningServer.withAccounts().get("/health");
            RunningServer.open().get("/");
        } finally {
            ProxySelector.setDefault(before);
        }

        assertThat(noting.asked).allMatch(uri -> uri.getHost().equals("127.0.0.1"));
        assertThat(System.getProperty("axoniq.update-checker.disabled")).isEqualTo("true");
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("updatechecker")
                        || name.toLowerCase(Locale.ROOT).contains("axonserver"));
    }
}
