package dev.sojourn.command;

/** A command id came again with another command; nothing was recorded. */
public final class CommandIdReused extends RuntimeException {

    public CommandIdReused(String commandId) {
        super("command id " + commandId + " was used for another command before: take a new one");
    }
}
