package dev.sojourn.store.saved;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The code by which something is made of the events: a hash over its classes. What one version of them wrote, another does
 * not read, since it might lay out columns, number roles, or fold events in another way; nobody has to think of a version
 * number.
 */
final class Program {

    private static final Map<List<String>, String> HASHES = new ConcurrentHashMap<>();

    private Program() {}

    /**
     * SHA-256 in lower-case hex; the same as long as the classes are.
     *
     * @param packages with all packages inside them, as in {@code dev/sojourn/event}
     */
    static String hash(List<String> packages) {
        return HASHES.computeIfAbsent(packages, Program::worked);
    }

    private static String worked(List<String> packages) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var found = new PathMatchingResourcePatternResolver();
            for (String inside : packages) {
                var files = found.getResources("classpath*:" + inside + "/**/*.class");
                Arrays.sort(files, Comparator.comparing(Program::url));
                for (var file : files) {
                    digest.update(file.getContentAsByteArray());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the classes of this program cannot be read", unreadable);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static String url(Resource file) {
        try {
            return file.getURL().toString();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
