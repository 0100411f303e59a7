package dev.sojourn.api.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import dev.sojourn.access.AccessMode;
import dev.sojourn.access.AccountRole;
import dev.sojourn.event.value.ResearcherId;
import dev.sojourn.projection.Timeline;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.study.Knowledge;
import dev.sojourn.time.KnownAt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The versions of things")
class VersionsTest {
    private static final ResearcherId ADA = new ResearcherId("ada");

    @Test
    void are_those_of_the_position_that_is_asked_about_and_go_on_with_what_is_recorded() {
        try (var server = RunningServer.own(AccessMode.ACCOUNTS)) {
            var context = server.context();
            var versions = context.getBean(Versions.class);
            var knowledge = context.getBean(Knowledge.class);
            var before = context.getBean(Timeline.class).now();
            String tag = versions.tag(ADA, before);
            long number = Long.parseLong(tag.replace("\"", ""));

            assertThat(number)
                    .isPositive()
                    .isEqualTo(context.getBean(LedgerStore.class).version(ADA, before.position()));
            assertThat(versions.tag(ADA, knowledge.at(new KnownAt.AtPosition(0))))
                    .as("before anything was recorded")
                    .isEqualTo("\"-1\"");

            var named = server.post(
                    "/api/v1/researchers/ada/names",
                    "{\"names\":{\"Latn\":\"Ada Byron\"}}",
                    RunningServer.as(AccountRole.CURATOR).andThen(request -> request.header("If-Match", tag)));

            assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
            assertThat(versions.tag(ADA, context.getBean(Timeline.class).now())).isEqualTo("\"" + (number + 1) + "\"");
            assertThat(versions.tag(ADA, before)).as("as known before").isEqualTo(tag);
        }
    }

    @Test
    void are_not_kept_without_end() {
        var context = RunningServer.open().context();
        var versions = new Versions(context.getBean(LedgerStore.class));
        var view = context.getBean(Timeline.class).now();
        for (int number = 0; number < Versions.MOST; number++) {
            versions.tag(new ResearcherId("nobody-" + number), view);
        }

        assertThat(versions.kept()).isEqualTo(Versions.MOST);
        assertThat(versions.tag(ADA, view)).isNotEqualTo("\"-1\"");
        assertThat(versions.kept()).isOne();
    }
}
