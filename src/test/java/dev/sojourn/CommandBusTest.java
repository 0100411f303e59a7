package dev.sojourn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.CohortCommand.FreezeCohort;
import dev.sojourn.command.Request;
import dev.sojourn.command.curation.Curation;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.store.LedgerStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The command bus of a server")
class CommandBusTest {
    @Test
    void takes_nothing_from_code_that_acts_for_nobody_not_even_as_a_dry_run() {
        var context = RunningServer.withAccounts().context();
        var curation = context.getBean(Curation.class);
        var request = Request.of(new FreezeCohort(new CohortId("three"), Remarks.NONE), "curator", "no-login");
        long before = context.getBean(LedgerStore.class).head();

        assertThatThrownBy(() -> curation.send(request)).hasMessageContaining("logged in");
        assertThatThrownBy(() -> curation.dryRun(request)).hasMessageContaining("logged in");
        assertThat(context.getBean(LedgerStore.class).head()).isEqualTo(before);
    }
}
