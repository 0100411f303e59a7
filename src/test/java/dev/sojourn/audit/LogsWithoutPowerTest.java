package dev.sojourn.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.audit.disclosure.DisclosureLog;
import dev.sojourn.fault.power.PowerlessFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Files that are only appended to, and a loss of power")
class LogsWithoutPowerTest {

    private static final int LINES = 20;

    /** What the disk held at some moment, and how many lines had been acknowledged by then. */
    private record Image(Path folder, int acknowledged) {}

    @TempDir
    private Path directory;

    private int acknowledged;

    @Test
    void keep_every_disclosure_that_was_written_down() throws IOException {
        var images = new ArrayList<Image>();
        var chance = new Random(1);
        var folder = PowerlessFolder.of(directory.resolve("data"));
        folder.watch(() -> images.add(image(folder, chance, images.size())));
        var log = new DisclosureLog(folder.path(), Clock.systemUTC());
        for (int n = 0; n < LINES; n++) {
            log.add("kim", "export", "purpose " + n, n);
            acknowledged = n + 1;
        }
        folder.watch(() -> {});
        for (var image : images) {
            var again = new DisclosureLog(image.folder(), Clock.systemUTC());
            assertThat(purposes(again).subList(0, image.acknowledged()))
                    .isEqualTo(purposes(log).subList(0, image.acknowledged()));
            again.add("kim", "export", "afterwards", 99);
            assertThat(purposes(again)).endsWith("afterwards");
        }
        System.out.printf(
                "power loss: %d images of %s; %d disclosures, 0 lost%n", images.size(), folder.summary(), LINES);
    }

    private Image image(PowerlessFolder folder, Random chance, int number) {
        try {
            var found = directory.resolve("image-" + number);
            folder.afterPowerLoss(chance, found);
            return new Image(found, acknowledged);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<String> purposes(DisclosureLog log) {
        return log.all().stream().map(disclosure -> disclosure.purpose()).toList();
    }
}
