package dev.sojourn.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.command.CohortCommand.FreezeCohort;
import dev.sojourn.command.Command;
import dev.sojourn.command.IdentityCommand.ErasePerson;
import dev.sojourn.command.Request;
import dev.sojourn.event.value.CohortId;
import dev.sojourn.event.value.Personal.Remarks;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

@DisplayName("The check at the command bus")
class CommandRulesTest {
    static Stream<Class<?>> commands() {
        return leaves(Command.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void has_a_rule_for_every_command_and_none_lets_a_viewer_record(Class<? extends Command> command) {
        assertThat(CommandRules.least(command)).as("add it to CommandRules").isPresent();
        assertThat(CommandRules.least(command)).get().isNotIn(AccountRole.VIEWER, AccountRole.AUDITOR);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void lets_each_role_give_exactly_the_commands_that_it_may(Class<? extends Command> command) {
        var may = command == ErasePerson.class
                ? EnumSet.of(AccountRole.ADMIN)
                : EnumSet.of(AccountRole.CURATOR, AccountRole.ADMIN);
        for (AccountRole role : AccountRole.values()) {
            if (may.contains(role)) {
                assertThatCode(() -> CommandCheck.requireRole(command, as("kim", role)))
                        .doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> CommandCheck.requireRole(command, as("kim", role)))
                        .hasMessageStartingWith(command.getSimpleName() + " takes the role");
            }
        }
    }

    @Test
    void lets_curators_and_admins_record_under_their_own_name_only() {
        var request = Request.of(new FreezeCohort(new CohortId("c"), Remarks.NONE), "kim", "1");

        for (AccountRole role : AccountRole.values()) {
            if (role == AccountRole.CURATOR || role == AccountRole.ADMIN) {
                assertThatCode(() -> CommandCheck.check(request, as("kim", role)))
                        .doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> CommandCheck.check(request, as("kim", role)))
                        .hasMessage("FreezeCohort takes the role curator");
            }
        }
        assertThatThrownBy(() -> CommandCheck.check(request, as("ann", AccountRole.ADMIN)))
                .hasMessageContaining("as themselves");
        assertThatThrownBy(() -> CommandCheck.check(request, null)).hasMessageContaining("as themselves");
    }

    private static UsernamePasswordAuthenticationToken as(String name, AccountRole role) {
        return UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList("ROLE_" + role.name()));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(CommandRulesTest::leaves)
                : Stream.of(type);
    }
}
