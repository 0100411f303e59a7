package dev.sojourn.audit.verification;

import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.file.LedgerFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends signed heads to a file, so that heads are kept elsewhere without anybody thinking of it: after so many events,
 * after so much time if there were any, and when it is closed. The file belongs where whoever could change the ledger cannot
 * change it, too. A file that cannot be written to holds up nobody; the log says so.
 */
public final class HeadLog implements AutoCloseable {

    /**
     * When a head is due.
     *
     * @param events after so many since the last one
     * @param minutes after so many since the last one, if anything was recorded meanwhile
     */
    public record Every(long events, long minutes) {
        /**
         * Both are needed.
         *
         * @throws IllegalArgumentException unless both are at least 1
         */
        public Every {
            if (events < 1 || minutes < 1) {
                throw new IllegalArgumentException("a head is logged every so many events and minutes, at least 1");
            }
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(HeadLog.class);

    private final LedgerStore store;
    private final SigningDesk desk;
    private final Signer signer;
    private final Path file;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "head-log");
        thread.setDaemon(true);
        return thread;
    });
    private final ScheduledFuture<?> ticking;
    private long logged;

    /** Begins to log, with the head there is now. */
    public HeadLog(LedgerStore store, SigningDesk desk, Signer signer, Path file, Every every) {
        this.store = store;
        this.desk = desk;
        this.signer = signer;
        this.file = file;
        logged = -1;
        due(0);
        store.onSynced(head -> due(every.events()));
        ticking = timer.scheduleWithFixedDelay(() -> due(1), every.minutes(), every.minutes(), TimeUnit.MINUTES);
    }

    @Override
    public void close() {
        ticking.cancel(false);
        timer.shutdown();
        due(1);
    }

    private synchronized void due(long events) {
        if (store.head() - logged < events) {
            return;
        }
        var head = desk.sign(signer);
        boolean first = !Files.exists(file);
        try (var channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((head.line() + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
            if (first) {
                LedgerFile.forceNames(file.toAbsolutePath().getParent());
            }
            logged = head.position();
        } catch (IOException unwritten) {
            LOG.error("The head at position {} cannot be logged: the file of heads takes nothing", head.position());
        }
    }
}
