package dev.sojourn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;

/** Looks for texts in every byte of every file, in whatever way they may be written there. */
public final class Canaries {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private Canaries() {}

    /** Sees that none of some texts is in any file below a folder, what is compressed in it included. */
    public static void notIn(Path folder, List<String> texts) {
        try (var files = Files.walk(folder)) {
            var found = files.filter(Files::isRegularFile)
                    .flatMap(file -> contents(file).flatMap(bytes -> texts.stream()
                            .filter(text -> holds(bytes, text))
                            .map(text -> file + " holds " + text)))
                    .toList();
            assertThat(found).isEmpty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether some bytes hold a text; bytes of base64 alignment are not tried out, texts as base64 at their start are. */
    public static boolean holds(byte[] bytes, String text) {
        return CHARSETS.stream().anyMatch(charset -> holds(bytes, text.getBytes(charset)))
                || holds(bytes, Base64.getEncoder().withoutPadding().encode(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean holds(byte[] bytes, byte[] sought) {
        for (int at = 0; at <= bytes.length - sought.length; at++) {
            int same = 0;
            while (same < sought.length && bytes[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return true;
            }
        }
        return false;
    }

    private static Stream<byte[]> contents(Path file) {
        try {
            byte[] whole = Files.readAllBytes(file);
            if (file.toString().endsWith(".zip")) {
                try (var zip = new ZipFile(file.toFile())) {
                    var entries = zip.stream()
                            .map(entry -> {
                                try (var in = zip.getInputStream(entry)) {
                                    return in.readAllBytes();
                                } catch (IOException damaged) {
                                    throw new UncheckedIOException(damaged);
                                }
                            })
                            .toList();
                    return Stream.concat(Stream.of(whole), entries.stream());
                }
            }
            if (file.toString().endsWith(".gz")) {
                try (var in = new GZIPInputStream(Files.newInputStream(file))) {
                    return Stream.of(whole, in.readAllBytes());
                }
            }
            return Stream.of(whole);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
