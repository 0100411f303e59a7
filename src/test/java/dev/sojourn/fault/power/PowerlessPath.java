package dev.sojourn.fault.power;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** H2's view of the machine's files, with a {@link PowerlessFolder} that is told of every write to those it knows. */
public final class PowerlessPath extends FilePathWrapper {

    /** What comes before a path in a database URL. */
    public static final String SCHEME = "powerless:";

    private static final Map<String, PowerlessFolder> FOLDERS = new ConcurrentHashMap<>();

    /** As H2 makes one for each path. */
    public PowerlessPath() {}

    /** From now on a folder is told what happens to the files in it. */
    static void recording(PowerlessFolder folder) {
        FilePath.register(new PowerlessPath());
        FOLDERS.put(folder.real().toString(), folder);
    }

    @Override
    public String getScheme() {
        return "powerless";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        var channel = getBase().open(mode);
        var path = Path.of(getBase().toString());
        var folder = FOLDERS.get(String.valueOf(path.getParent()));
        return folder == null || mode.equals("r") ? channel : new PowerlessChannel(channel, folder.file(path));
    }
}
