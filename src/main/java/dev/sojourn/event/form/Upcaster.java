package dev.sojourn.event.form;

import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * How an event stored in an older shape is told in the next one.
 *
 * @param type the event's catalogue name
 * @param from the revision it reads
 * @param to the revision it gives
 * @param step takes the payload as stored and gives it in the later shape; may change its argument
 */
public record Upcaster(String type, String from, String to, UnaryOperator<ObjectNode> step) {}
