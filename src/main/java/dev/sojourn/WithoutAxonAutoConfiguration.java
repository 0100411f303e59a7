package dev.sojourn;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Keeps out all of Axon's automatic configuration. Under Spring Boot 4 a part of it is skipped silently, and what is left
 * would be a bus without transactions, XStream, and usage reports to the vendor; everything of Axon's is built by hand
 * where the ledger is opened.
 */
final class WithoutAxonAutoConfiguration implements AutoConfigurationImportFilter {
    @Override
    public boolean[] match(String[] configurations, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[configurations.length];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = configurations[i] == null || !configurations[i].startsWith("org.axonframework.");
        }
        return wanted;
    }
}
