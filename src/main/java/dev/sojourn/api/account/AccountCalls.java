package dev.sojourn.api.account;

import dev.sojourn.access.Account;
import dev.sojourn.access.AccountState;
import dev.sojourn.access.Accounts;
import dev.sojourn.access.Tokens;
import dev.sojourn.api.account.AccountBodies.NewAccount;
import dev.sojourn.api.account.AccountBodies.NewPassword;
import dev.sojourn.api.account.AccountBodies.NewRole;
import dev.sojourn.api.account.AccountBodies.NewToken;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What admins do about accounts. */
@RestController
@RequestMapping("/api/v1/accounts")
final class AccountCalls {
    /** The accounts, by name. */
    record AccountList(List<AccountState> items) {}

    private final Accounts accounts;

    AccountCalls(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping
    @Operation(summary = "All accounts")
    AccountList all() {
        return new AccountList(accounts.all());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make an account")
    AccountState add(@RequestBody NewAccount body) {
        var account = TokenCalls.read(() -> new Account(body.name(), body.role()));
        accounts.add(account, body.password());
        return accounts.one(body.name());
    }

    @PostMapping("/{name}/role")
    @Operation(summary = "Give an account another role")
    AccountState role(@PathVariable("name") String name, @RequestBody NewRole body) {
        accounts.setRole(name, body.role());
        return accounts.one(name);
    }

    @PostMapping("/{name}/password")
    @Operation(summary = "Give an account another password")
    AccountState password(@PathVariable("name") String name, @RequestBody NewPassword body) {
        accounts.setPassword(name, body.password());
        return accounts.one(name);
    }

    @PostMapping("/{name}/disable")
    @Operation(summary = "Let nobody in by this account any more, nor by its tokens")
    AccountState disable(@PathVariable("name") String name) {
        accounts.setDisabled(name, true);
        return accounts.one(name);
    }

    @PostMapping("/{name}/enable")
    @Operation(summary = "Let this account in again")
    AccountState enable(@PathVariable("name") String name) {
        accounts.setDisabled(name, false);
        return accounts.one(name);
    }

    @PostMapping("/{name}/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a token for an account; its secret is shown this once")
    Tokens.Created token(@PathVariable("name") String name, @RequestBody NewToken body) {
        return TokenCalls.made(accounts, name, body);
    }
}
