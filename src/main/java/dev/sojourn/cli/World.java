package dev.sojourn.cli;

import java.time.Clock;
import java.util.Map;

/**
 * What verbs need from outside.
 *
 * @param web starts the web server
 * @param environment environment variables
 */
public record World(Web web, Clock clock, Map<String, String> environment) {}
