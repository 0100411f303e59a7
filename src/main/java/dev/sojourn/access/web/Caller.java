package dev.sojourn.access.web;

import dev.sojourn.access.Account;
import dev.sojourn.access.AccountRole;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Who asks, in the form in which Spring Security carries it through a request. */
final class Caller {
    /** What only a password gives: a token that leaked must not make others, or change the password. */
    static final GrantedAuthority BY_PASSWORD = new SimpleGrantedAuthority("BY_PASSWORD");

    private Caller() {}

    static Authentication byPassword(Account account) {
        return of(account.name(), List.of(role(account.role()), BY_PASSWORD));
    }

    static Authentication byToken(String name, Set<AccountRole> roles) {
        return of(name, roles.stream().map(Caller::role).toList());
    }

    private static GrantedAuthority role(AccountRole role) {
        return new SimpleGrantedAuthority("ROLE_" + role.name());
    }

    static Authentication of(String name, List<GrantedAuthority> authorities) {
        return UsernamePasswordAuthenticationToken.authenticated(name, null, authorities);
    }
}
