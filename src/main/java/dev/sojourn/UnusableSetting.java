package dev.sojourn;

/** A setting of {@code config/application.yaml} cannot be used; the message names it. */
final class UnusableSetting extends RuntimeException {
    UnusableSetting(String message) {
        super(message);
    }
}
