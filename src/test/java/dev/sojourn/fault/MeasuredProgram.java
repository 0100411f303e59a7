package dev.sojourn.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sojourn.SojournApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** The program as users start it, which also tells how much of its heap is in use when a line asks for it. */
final class MeasuredProgram {

    private MeasuredProgram() {}

    /** How long to wait for slow clients, then as {@link SojournApplication}. */
    public static void main(String[] arguments) {
        System.setProperty("server.tomcat.connection-timeout", arguments[0]);
        var telling = new Thread(MeasuredProgram::tell, "heap");
        telling.setDaemon(true);
        telling.start();
        SojournApplication.main(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private static void tell() {
        var memory = ManagementFactory.getMemoryMXBean();
        try (var in = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            while (in.readLine() != null) {
                memory.gc();
                memory.gc(); // what was only softly held, or had to be finalized, goes the second time
                System.out.println("heap " + memory.getHeapMemoryUsage().getUsed());
            }
        } catch (IOException ended) {
            throw new UncheckedIOException(ended);
        }
    }
}
