package dev.sojourn.api.trail;

import dev.sojourn.access.AccessMode;
import dev.sojourn.event.Recorded;
import dev.sojourn.exchange.answer.EventForm;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Who sees how much of the log. About one person or thing every reader sees who recorded what and why, since that is what
 * a number rests on. Through the whole ledger only auditors and administrators do; others get events without actor and
 * without personal data. The demonstration holds no real people's data, and shows all of it.
 */
@Component
final class Readers {
    private final AccessMode mode;

    Readers(AccessMode mode) {
        this.mode = mode;
    }

    boolean auditor(HttpServletRequest request) {
        return mode == AccessMode.OPEN_ON_LOOPBACK || request.isUserInRole("AUDITOR") || request.isUserInRole("ADMIN");
    }

    /** An event of the log, as somebody may see it. */
    static EventForm form(Recorded recorded, boolean auditor) {
        var form = EventForm.of(recorded);
        return auditor ? form : form.impersonal();
    }
}
