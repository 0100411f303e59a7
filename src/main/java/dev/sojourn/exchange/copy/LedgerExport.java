package dev.sojourn.exchange.copy;

import dev.sojourn.exchange.Progress;
import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * The whole ledger as JSON lines with its chain: a first line that names the head, then one event a line. Rows go out as
 * they are stored, whatever their revision, a few thousand held at a time.
 */
public final class LedgerExport {

    private static final int STEP = 1_000;

    private LedgerExport() {}

    /**
     * Writes what is on disk now; events appended meanwhile are left for the next time.
     *
     * @return the head it leads to
     */
    public static Head write(LedgerStore ledger, Writer out, Progress progress) throws IOException {
        var head = ledger.chainHead();
        try {
            line(out, ExportLine.first(head));
            ledger.links(0, head.position(), link -> {
                line(out, ExportLine.format(link));
                long position = link.event().position();
                if (position % STEP == 0 || position == head.position()) {
                    progress.at(position, head.position());
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        return head;
    }

    private static void line(Writer out, String text) {
        try {
            out.write(text);
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
