package dev.sojourn.cli.account;

import dev.sojourn.access.AccessToken;
import dev.sojourn.access.Account;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.AccountState;
import dev.sojourn.access.Accounts;
import dev.sojourn.access.Tokens;
import dev.sojourn.cli.InputError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The accounts of a data folder: whoever may write its files looks after its accounts. */
final class UserFiles implements UserDesk {
    private final Accounts accounts;

    /**
     * Opens them.
     *
     * @throws InputError if there is no ledger
     * @throws dev.sojourn.access.AccountProblem if a running server has them open
     */
    UserFiles(Path directory, Clock clock) {
        if (!Files.exists(directory.resolve("events.mv.db"))) {
            throw new InputError("there is no ledger in " + directory
                    + ": name its folder with --data, or ask a running server with --server URL");
        }
        accounts = Accounts.open(directory, clock);
    }

    @Override
    public AccountState add(Account account, String password) {
        accounts.add(account, password);
        return accounts.one(account.name());
    }

    @Override
    public List<AccountState> all() {
        return accounts.all();
    }

    @Override
    public AccountState setRole(String name, AccountRole role) {
        accounts.setRole(name, role);
        return accounts.one(name);
    }

    @Override
    public AccountState setPassword(String name, String password) {
        accounts.setPassword(name, password);
        return accounts.one(name);
    }

    @Override
    public AccountState setDisabled(String name, boolean disabled) {
        accounts.setDisabled(name, disabled);
        return accounts.one(name);
    }

    @Override
    public Tokens.Created addToken(String owner, String name, AccountRole role, int days) {
        var account = accounts.one(owner);
        return accounts.tokens().create(account, name, role == null ? account.role() : role, days);
    }

    @Override
    public List<AccessToken> tokens(String account) {
        return account == null ? accounts.tokens().all() : accounts.tokens().of(account);
    }

    @Override
    public AccessToken revoke(String id) {
        return accounts.tokens().revoke(id, null);
    }

    @Override
    public void close() {
        accounts.close();
    }
}
