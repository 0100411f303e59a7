package dev.sojourn.cli.account;

import dev.sojourn.access.AccessToken;
import dev.sojourn.access.Account;
import dev.sojourn.access.AccountRole;
import dev.sojourn.access.AccountState;
import dev.sojourn.access.Tokens;
import java.util.List;

/** Looks after accounts: in a data folder that no server has open, or at a running server. */
sealed interface UserDesk extends AutoCloseable permits UserFiles, UserServer {
    AccountState add(Account account, String password);

    List<AccountState> all();

    AccountState setRole(String name, AccountRole role);

    AccountState setPassword(String name, String password);

    AccountState setDisabled(String name, boolean disabled);

    /**
     * Makes a token.
     *
     * @param role at most the owner's, or null for the owner's
     */
    Tokens.Created addToken(String owner, String name, AccountRole role, int days);

    /**
     * The tokens.
     *
     * @param account only this account's, or null for all
     */
    List<AccessToken> tokens(String account);

    AccessToken revoke(String id);

    @Override
    void close();
}
