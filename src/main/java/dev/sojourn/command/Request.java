package dev.sojourn.command;

/**
 * A command, who asks, and under which conditions.
 *
 * @param actor who asks, as it is to stand in the ledger
 * @param commandId the asker's own name for this request, 1 to 200 characters: repeated, it answers the same again and
 *     records nothing twice
 * @param expectedSequence the sequence of the subject's last event as the asker knows it, or null not to check
 * @param importBatch the import it belongs to, or null
 * @param review whether another curator is to approve what comes of it
 */
public record Request(
        Command command, String actor, String commandId, Long expectedSequence, String importBatch, boolean review) {

    /** A request that asks for no second pair of eyes. */
    public Request(Command command, String actor, String commandId, Long expectedSequence, String importBatch) {
        this(command, actor, commandId, expectedSequence, importBatch, false);
    }

    /**
     * Needs a command, an actor and a command id.
     *
     * @throws IllegalArgumentException saying which is missing
     */
    public Request {
        Missing.refuse(command, "command");
        Missing.refuse(actor == null || actor.isBlank() ? null : actor, "actor, who asks");
        Missing.refuse(
                commandId == null || commandId.isBlank() || commandId.length() > 200 ? null : commandId,
                "commandId of 1 to 200 characters");
    }

    /** A request without conditions, outside any import. */
    public static Request of(Command command, String actor, String commandId) {
        return new Request(command, actor, commandId, null, null);
    }
}
