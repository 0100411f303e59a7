package dev.sojourn;

import dev.sojourn.audit.verification.HeadLog;
import dev.sojourn.audit.verification.Signer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * What a server is told about keeping its ledger verifiable, under {@code sojourn.} in {@code config/application.yaml}.
 *
 * @param signer signs heads, if there is a key
 * @param headLog where signed heads are appended, or null
 * @param every when
 * @param backups where backups go, or null
 */
record AuditSettings(Optional<Signer> signer, Path headLog, HeadLog.Every every, Path backups) {

    /**
     * Reads them.
     *
     * @throws UnusableSetting if one of them cannot be used
     */
    static AuditSettings of(Environment environment) {
        var key = path(environment, "sojourn.signing-key");
        var log = path(environment, "sojourn.head-log");
        if (log != null && key == null) {
            throw new UnusableSetting("sojourn.head-log needs sojourn.signing-key, a file of audit keygen");
        }
        return new AuditSettings(
                Optional.ofNullable(key).map(AuditSettings::signer),
                log,
                new HeadLog.Every(
                        environment.getProperty("sojourn.head-log-events", Long.class, 1_000L),
                        environment.getProperty("sojourn.head-log-minutes", Long.class, 10L)),
                path(environment, "sojourn.backup-folder"));
    }

    private static Signer signer(Path key) {
        try {
            return Signer.in(key);
        } catch (IOException unreadable) {
            throw new UnusableSetting("sojourn.signing-key: " + key + " cannot be read");
        } catch (IllegalArgumentException other) {
            throw new UnusableSetting("sojourn.signing-key: " + other.getMessage());
        }
    }

    private static Path path(Environment environment, String name) {
        String text = environment.getProperty(name, "").strip();
        return text.isEmpty() ? null : Path.of(text);
    }
}
