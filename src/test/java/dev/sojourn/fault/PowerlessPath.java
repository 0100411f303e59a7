package dev.sojourn.fault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** H2's view of the machine's files, with a {@link PowerlessDisk} that is told of every write to those it knows. */
public final class PowerlessPath extends FilePathWrapper {

    /** What comes before a path in a database URL. */
    public static final String SCHEME = "powerless:";

    private static final Map<String, PowerlessDisk> DISKS = new ConcurrentHashMap<>();

    /** As H2 makes one for each path. */
    public PowerlessPath() {}

    /** From now on a disk is told what happens to a file, which must not be there yet. */
    public static PowerlessDisk recording(Path file) {
        FilePath.register(new PowerlessPath());
        var disk = new PowerlessDisk();
        DISKS.put(file.toAbsolutePath().toString(), disk);
        return disk;
    }

    /** Ends that. */
    public static void forget(Path file) {
        DISKS.remove(file.toAbsolutePath().toString());
    }

    @Override
    public String getScheme() {
        return "powerless";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var channel = getBase().open(mode);
        var disk = DISKS.get(getBase().toString());
        return disk == null ? channel : new PowerlessChannel(channel, disk);
    }
}
