package dev.sojourn.access;

import dev.sojourn.command.Command;
import dev.sojourn.command.Request;
import java.util.Arrays;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The check at the command bus of a server: whoever gives a command is logged in, gives it under their own name, and has
 * a role that may. It stands behind the check of endpoints, for the day when one of those is wrong.
 */
public final class CommandCheck implements MessageHandlerInterceptor<CommandMessage<?>> {
    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> work, InterceptorChain chain) throws Exception {
        check(
                (Request) work.getMessage().getPayload(),
                SecurityContextHolder.getContext().getAuthentication());
        return chain.proceed();
    }

    /**
     * Lets a request pass.
     *
     * @param caller who is logged in, or null
     * @throws AccountProblem if it may not
     */
    static void check(Request request, Authentication caller) {
        if (caller == null || !caller.isAuthenticated() || !caller.getName().equals(request.actor())) {
            throw new AccountProblem(
                    AccountProblem.Kind.ROLE_NEEDED, "a command is given by somebody who is logged in, as themselves");
        }
        requireRole(request.command().getClass(), caller);
    }

    /**
     * Lets a command of some kind pass.
     *
     * @throws AccountProblem if the caller has no role that may give it
     */
    static void requireRole(Class<? extends Command> command, Authentication caller) {
        var least = CommandRules.least(command);
        boolean allowed = least.isPresent()
                && Arrays.stream(AccountRole.values())
                        .filter(role -> role.covers(least.get()))
                        .anyMatch(role -> caller.getAuthorities().stream()
                                .anyMatch(given -> ("ROLE_" + role.name()).equals(given.getAuthority())));
        if (!allowed) {
            throw new AccountProblem(
                    AccountProblem.Kind.ROLE_NEEDED,
                    command.getSimpleName() + " takes "
                            + least.map(role -> "the role " + role.text()).orElse("a role that nobody has"));
        }
    }
}
