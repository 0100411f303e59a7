package dev.sojourn.access.web;

import dev.sojourn.access.Account;
import dev.sojourn.access.Accounts;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a name and password against the accounts, slowly where they are wrong. */
public final class Login implements AuthenticationProvider {
    private static final int REMEMBERED = 1_000;

    private final Accounts accounts;
    private final LoginThrottle throttle;
    private final SecretKeySpec key;
    /**
     * Basic authentication sends the password with every request, and bcrypt is slow on purpose: what was right once is
     * remembered under a hash keyed for this process only, until the password changes or others push it out.
     */
    private final Map<String, Account> remembered = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Account> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** A check against these accounts. */
    public Login(Accounts accounts, LoginThrottle throttle) {
        this.accounts = accounts;
        this.throttle = throttle;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        String address =
                attempt.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
        var wait = throttle.wait(address, name);
        if (!wait.isZero()) {
            throw new TooManyAttempts(wait);
        }
        String seen = seen(name, password);
        Account account = remembered.get(seen);
        if (account == null) {
            account = accounts.login(name, password).orElseThrow(() -> {
                throttle.failed(address, name);
                return new BadCredentialsException("name or password is wrong");
            });
            remembered.put(seen, account);
        }
        return Caller.byPassword(account);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    /** Includes the account as stored, so that another password or role is noticed at once. */
    private String seen(String name, String password) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((name + "\n" + accounts.version(name) + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
