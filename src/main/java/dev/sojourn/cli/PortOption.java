package dev.sojourn.cli;

import picocli.CommandLine.Option;

/** Where the server listens. */
final class PortOption {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the web pages; 0 takes any free one (default: 8080).")
    int port;

    /**
     * The port.
     *
     * @throws InputError if no port can have this number
     */
    int checked() {
        if (port < 0 || port > 65_535) {
            throw new InputError("--port " + port + " is no port: choose 1 to 65535, or 0 for any free one");
        }
        return port;
    }
}
