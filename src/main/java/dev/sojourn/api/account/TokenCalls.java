package dev.sojourn.api.account;

import dev.sojourn.access.AccessToken;
import dev.sojourn.access.AccountProblem;
import dev.sojourn.access.Accounts;
import dev.sojourn.access.Tokens;
import dev.sojourn.api.account.AccountBodies.NewToken;
import dev.sojourn.api.account.AccountBodies.OwnPassword;
import dev.sojourn.api.parameter.Ask;
import dev.sojourn.api.problem.BadBody;
import dev.sojourn.api.problem.BadQuestion;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do about their own ways in. */
@RestController
@RequestMapping("/api/v1")
final class TokenCalls {
    /** The tokens, the newest first. */
    record TokenList(List<AccessToken> items) {}

    private final Accounts accounts;

    TokenCalls(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/tokens")
    @Operation(summary = "One's own tokens; for an admin, everybody's")
    @Parameter(in = ParameterIn.QUERY, name = "account", description = "Only this account's.", example = "kim")
    TokenList tokens(HttpServletRequest request) {
        String wanted = Ask.read(request, "account", text -> text, admin(request) ? null : name(request));
        if (!admin(request) && !wanted.equals(name(request))) {
            throw new BadQuestion("invalid-parameter", "account", "only an admin sees the tokens of others");
        }
        return new TokenList(
                wanted == null ? accounts.tokens().all() : accounts.tokens().of(wanted));
    }

    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a token; its secret is shown this once")
    Tokens.Created create(@RequestBody NewToken body, HttpServletRequest request) {
        return made(accounts, name(request), body);
    }

    @PostMapping("/tokens/{id}/revoke")
    @Operation(summary = "Stop a token: one's own; for an admin, anybody's")
    AccessToken revoke(@PathVariable("id") String id, HttpServletRequest request) {
        return accounts.tokens().revoke(id, admin(request) ? null : name(request));
    }

    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Change one's own password")
    void changePassword(@RequestBody OwnPassword body, HttpServletRequest request) {
        accounts.changePassword(name(request), body.current(), body.next());
    }

    static Tokens.Created made(Accounts accounts, String name, NewToken body) {
        var owner = accounts.one(name);
        var role = body.role() == null ? owner.role() : body.role();
        return read(() -> accounts.tokens().create(owner, body.name(), role, body.lasting()));
    }

    /** What the caller wrote may be no name, role or number of days. */
    static <T> T read(Supplier<T> made) {
        try {
            return made.get();
        } catch (AccountProblem refused) {
            throw refused;
        } catch (IllegalArgumentException wrong) {
            throw new BadBody(wrong.getMessage());
        }
    }

    private static String name(HttpServletRequest request) {
        return request.getUserPrincipal().getName();
    }

    private static boolean admin(HttpServletRequest request) {
        return request.isUserInRole("ADMIN");
    }
}
