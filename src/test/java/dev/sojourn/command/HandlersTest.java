package dev.sojourn.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.command.rule.Career;
import dev.sojourn.command.rule.CohortState;
import dev.sojourn.command.rule.Degrees;
import dev.sojourn.command.rule.Identity;
import dev.sojourn.command.rule.InstitutionState;
import dev.sojourn.command.rule.ReleaseState;
import dev.sojourn.command.rule.Reviews;
import dev.sojourn.command.rule.Spells;
import dev.sojourn.event.CareerEvent;
import dev.sojourn.event.CohortEvent;
import dev.sojourn.event.EducationEvent;
import dev.sojourn.event.IdentityEvent;
import dev.sojourn.event.InstitutionEvent;
import dev.sojourn.event.ReleaseEvent;
import dev.sojourn.event.ReviewEvent;
import dev.sojourn.event.SpellEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Handlers")
class HandlersTest {

    private static final Map<Class<?>, List<Class<?>>> FAMILIES = Map.of(
            Identity.class, List.of(IdentityCommand.class, IdentityEvent.class),
            Spells.class, List.of(SpellCommand.class, SpellEvent.class),
            Degrees.class, List.of(EducationCommand.class, EducationEvent.class),
            Career.class, List.of(CareerCommand.class, CareerEvent.class),
            Reviews.class, List.of(ReviewCommand.class, ReviewEvent.class),
            InstitutionState.class, List.of(InstitutionCommand.class, InstitutionEvent.class),
            CohortState.class, List.of(CohortCommand.class, CohortEvent.class),
            ReleaseState.class, List.of(ReleaseCommand.class, ReleaseEvent.class));

    @Test
    void there_is_one_for_each_command_and_each_event_of_a_family() {
        FAMILIES.forEach((state, families) -> {
            assertThat(handled(state, "handle")).as("%s", state).isEqualTo(records(families.get(0)));
            assertThat(handled(state, "on")).as("%s", state).containsAll(records(families.get(1)));
        });
    }

    @Test
    void the_families_with_one_are_all_commands() {
        var covered = FAMILIES.values().stream()
                .flatMap(families -> records(families.get(0)).stream())
                .collect(Collectors.toSet());
        covered.add(ResearcherCommand.UndoResearcherEvent.class); // decided by the state as a whole
        assertThat(covered).isEqualTo(records(Command.class));
    }

    /** Base classes have an {@code on} of their own, which is not a handler. */
    private static Set<Class<?>> handled(Class<?> state, String name) {
        return Arrays.stream(state.getDeclaredMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .map(method -> method.getParameterTypes()[0])
                .collect(Collectors.toSet());
    }

    private static Set<Class<?>> records(Class<?> family) {
        return stream(family).collect(Collectors.toSet());
    }

    private static Stream<Class<?>> stream(Class<?> family) {
        return family.isRecord()
                ? Stream.of(family)
                : Arrays.stream(family.getPermittedSubclasses()).flatMap(HandlersTest::stream);
    }
}
