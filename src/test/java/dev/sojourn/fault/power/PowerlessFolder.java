package dev.sojourn.fault.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * What a disk holds of a folder when the power goes: of its list of names what it was when the folder was forced last, and
 * the changes since then up to some moment; of each file as {@link PowerlessDisk} says. A file whose name was never forced
 * may be gone though its bytes were.
 */
public final class PowerlessFolder {

    private interface Change {
        void apply(Map<String, PowerlessDisk> names);
    }

    private final Path real;
    private final Map<String, PowerlessDisk> names = new LinkedHashMap<>();
    private final Map<String, PowerlessDisk> forced = new LinkedHashMap<>();
    private final List<Change> unforced = new ArrayList<>();
    private Runnable watcher = () -> {};

    private PowerlessFolder(Path real) {
        this.real = real;
    }

    /** Records what happens in a folder from now on; it must be empty. */
    public static PowerlessFolder of(Path empty) throws IOException {
        var folder = new PowerlessFolder(Files.createDirectories(empty).toAbsolutePath());
        PowerlessPath.recording(folder);
        return folder;
    }

    /** The same folder, for those who use it: whatever they do there is recorded. */
    public Path path() {
        return new RecordedPath(new RecordedFiles(this), real);
    }

    Path real() {
        return real;
    }

    /** Is called after everything that happens, while nothing else does: a moment at which the power may go. */
    public synchronized void watch(Runnable eachMoment) {
        watcher = eachMoment;
        names.values().forEach(disk -> disk.watch(eachMoment));
    }

    /** Makes the folder, for a disk after a loss of power now. */
    public synchronized void afterPowerLoss(Random chance, Path found) throws IOException {
        var left = new LinkedHashMap<>(forced);
        unforced.subList(0, chance.nextInt(unforced.size() + 1)).forEach(change -> change.apply(left));
        Files.createDirectories(found);
        for (var file : left.entrySet()) {
            Files.write(found.resolve(file.getKey()), file.getValue().afterPowerLoss(chance));
        }
    }

    /** How many writes there were in all files, and how often they were forced. */
    public synchronized String summary() {
        return names.entrySet().stream()
                .filter(file -> !file.getKey().endsWith(".lock"))
                .map(file -> file.getKey() + " (" + file.getValue().summary() + ")")
                .collect(Collectors.joining(", "));
    }

    /** The file of a name, which is there from now on; its bytes are recorded. */
    synchronized PowerlessDisk file(Path path) {
        String name = path.getFileName().toString();
        var known = names.get(name);
        if (known != null) {
            return known;
        }
        var made = new PowerlessDisk(this);
        made.watch(watcher);
        change(found -> found.put(name, made));
        return made;
    }

    synchronized boolean records(Path path) {
        return real.equals(path.toAbsolutePath().getParent());
    }

    synchronized void moved(Path from, Path to) {
        var file = file(from);
        change(found -> {
            found.remove(from.getFileName().toString());
            found.put(to.getFileName().toString(), file);
        });
    }

    synchronized void deleted(Path path) {
        change(found -> found.remove(path.getFileName().toString()));
    }

    synchronized void force() {
        forced.clear();
        forced.putAll(names);
        unforced.clear();
        watcher.run();
    }

    private void change(Change change) {
        change.apply(names);
        unforced.add(change);
        watcher.run();
    }
}
