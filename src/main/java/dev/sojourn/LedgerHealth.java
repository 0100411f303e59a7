package dev.sojourn;

import dev.sojourn.cli.OpenLedger;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while the ledger takes writes and is read to its end; otherwise reads go on, and health says why it is down. */
final class LedgerHealth implements HealthIndicator {
    private final OpenLedger ledger;

    LedgerHealth(OpenLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Health health() {
        var health = ledger.trouble()
                .map(reason -> Health.down().withDetail("reason", reason))
                .orElseGet(Health::up);
        return health.withDetail("head", ledger.store().head())
                .withDetail("position", ledger.timeline().position())
                .build();
    }
}
