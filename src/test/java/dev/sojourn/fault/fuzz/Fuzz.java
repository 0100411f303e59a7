package dev.sojourn.fault.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a target with Jazzer, beginning with good examples. Jazzer is on the class path under {@code mvn -Pfuzz} only, so
 * nothing here mentions its classes.
 */
public final class Fuzz {

    private Fuzz() {}

    /** Name of a target, as Event, Message, Date or Body, and for how many seconds. */
    public static void main(String[] arguments) throws Exception {
        var target = Class.forName(Fuzz.class.getPackageName() + "." + arguments[0] + "Target");
        var corpus = Files.createDirectories(Path.of("target", "fuzz", arguments[0]));
        int n = 0;
        for (var seed : (List<?>) target.getMethod("seeds").invoke(null)) {
            Files.write(corpus.resolve("seed-" + n++), ((String) seed).getBytes(UTF_8));
        }
        System.out.println(arguments[0] + " begins with " + n + " good examples");
        try {
            Class.forName("com.code_intelligence.jazzer.Jazzer")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=dev.sojourn.**",
                        "-max_total_time=" + arguments[1],
                        "-max_len=4096",
                        "-print_final_stats=1",
                        "-artifact_prefix=" + corpus.resolveSibling("found-").toString(),
                        corpus.toString()
                    });
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException("the fuzzer did not run", failed.getCause());
        }
    }
}
