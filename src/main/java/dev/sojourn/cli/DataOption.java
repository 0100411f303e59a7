package dev.sojourn.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the ledger is. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Folder of the ledger (default: ./data).")
    Path data;
}
