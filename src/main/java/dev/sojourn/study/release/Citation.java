package dev.sojourn.study.release;

import dev.sojourn.event.ReleaseEvent.ReleasePublished;
import dev.sojourn.store.LedgerStore;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How to quote a release.
 *
 * @param text for a footnote
 * @param link where it is read, below the server's address
 * @param position the last event that counts in it
 * @param head where the chain of hashes ended there, as position:hash: {@code verify --head} proves that the ledger still
 *     continues it
 */
public record Citation(String text, String link, long position, String head) {

    /** Of one release. */
    public static Citation of(ReleasePublished release, String link, boolean withdrawn, LedgerStore store) {
        var head = store.headAt(release.position());
        String as = release.position() == 0
                ? "the empty ledger"
                : "position " + release.position() + ", " + day(release, store);
        return new Citation(
                title(release.title() + (withdrawn ? " (withdrawn)" : "")) + " Sojourn release " + release.release()
                        + ", as known at " + as + ", head " + head + ". " + link,
                link,
                release.position(),
                head.toString());
    }

    /** As a sentence, which a title can be already. */
    private static String title(String title) {
        return title.matches(".*[.?!]") ? title : title + ".";
    }

    private static LocalDate day(ReleasePublished release, LedgerStore store) {
        return LocalDate.ofInstant(store.recordedAt(release.position()), ZoneOffset.UTC);
    }
}
