package dev.sojourn.api.problem;

import dev.sojourn.access.AccountProblem;
import dev.sojourn.command.CommandIdReused;
import dev.sojourn.command.RuleViolation;
import dev.sojourn.store.OutcomeUnknown;
import dev.sojourn.store.ReadOnlyStore;
import dev.sojourn.store.file.StorageFailure;
import dev.sojourn.store.key.KeyTrouble;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/**
 * Errors as RFC 9457 problem documents; the one place that knows HTTP status codes for failures. Each has a stable
 * {@code code}; where a part of the request is to blame, {@code errors} says which, as {@code parameter} or as a JSON
 * {@code pointer} into the body.
 */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ProblemDetail badQuestion(BadQuestion wrong) {
        var problem = problem(HttpStatus.BAD_REQUEST, wrong.code(), wrong.getMessage());
        if (wrong.parameter() != null) {
            problem.setProperty(
                    "errors", List.of(Map.of("parameter", wrong.parameter(), "detail", wrong.getMessage())));
        }
        return problem;
    }

    @ExceptionHandler
    ProblemDetail missing(NotInLedger missing) {
        return problem(HttpStatus.NOT_FOUND, "not-in-ledger", missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail badBody(BadBody wrong) {
        var problem = problem(HttpStatus.BAD_REQUEST, "invalid-body", wrong.getMessage());
        problem.setProperty("errors", wrong.flaws());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail versionNeeded(VersionNeeded missing) {
        return problem(HttpStatus.PRECONDITION_REQUIRED, "version-needed", missing.getMessage());
    }

    @ExceptionHandler
    ProblemDetail stale(VersionChanged stale) {
        var problem = problem(HttpStatus.PRECONDITION_FAILED, "stale-version", stale.getMessage());
        problem.setProperty("changes", stale.changes());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail reused(CommandIdReused reused) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key-reused", reused.getMessage());
    }

    /** The rule's own name is the code, in small letters with hyphens. */
    @ExceptionHandler
    ProblemDetail refused(RuleViolation refused) {
        String code = refused.rule().name().toLowerCase(Locale.ROOT).replace('_', '-');
        var problem = problem(HttpStatus.CONFLICT, code, refused.detail());
        problem.setProperty("rule", refused.rule());
        return problem;
    }

    /** The kind's own name is the code, in small letters with hyphens. */
    @ExceptionHandler
    ProblemDetail refused(AccountProblem refused) {
        var status =
                switch (refused.kind()) {
                    case NO_SUCH_ACCOUNT, NO_SUCH_TOKEN -> HttpStatus.NOT_FOUND;
                    case WEAK_PASSWORD -> HttpStatus.BAD_REQUEST;
                    case WRONG_PASSWORD, ROLE_TOO_HIGH, ROLE_NEEDED -> HttpStatus.FORBIDDEN;
                    case ACCOUNT_EXISTS, LAST_ADMIN, TOO_MANY_TOKENS, ACCOUNTS_IN_USE -> HttpStatus.CONFLICT;
                    case ACCOUNTS_NOT_WRITTEN, ACCOUNTS_DAMAGED -> HttpStatus.SERVICE_UNAVAILABLE;
                };
        return problem(status, refused.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'), refused.getMessage());
    }

    /** The same, where a member of the body can be named. */
    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        var problem = refused(refused.violation());
        if (!refused.flaws().isEmpty()) {
            problem.setProperty("errors", refused.flaws());
        }
        return problem;
    }

    /** With what stands in the way, and what can be undone together instead. */
    @ExceptionHandler
    ProblemDetail inTheWay(InTheWay refused) {
        var problem = refused(refused.refusal());
        problem.setProperty("inTheWay", refused.items());
        problem.setProperty("plan", refused.plan());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail readOnly(ReadOnlyStore refused) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "read-only", refused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy busy) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(busy.seconds()))
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, busy.code(), busy.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail notConfigured(NotConfigured missing) {
        return problem(HttpStatus.CONFLICT, "not-configured", missing.getMessage());
    }

    /** The message names a file or a subject's id; the kind is the code. */
    @ExceptionHandler
    ProblemDetail keyTrouble(KeyTrouble trouble) {
        String code = trouble.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return problem(HttpStatus.SERVICE_UNAVAILABLE, code, trouble.getMessage());
    }

    @ExceptionHandler
    ProblemDetail outcomeUnknown(OutcomeUnknown doubt) {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "outcome-unknown",
                "the disk did not confirm the write; repeat it with the same Idempotency-Key");
    }

    /** Of the disk, not of the program: whoever asks may ask again later. */
    private static ProblemDetail storageFailed() {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "storage-failed",
                "the disk with the events does not give or take what was asked; nothing was recorded. /health says more");
    }

    /** Says nothing of the cause, which may quote data; the log gets where it happened, and no message either. */
    @ExceptionHandler
    ProblemDetail bug(Exception bug) {
        if (StorageFailure.isCauseOf(bug)) {
            return storageFailed();
        }
        if (LOG.isErrorEnabled()) {
            LOG.error("a bug: {} {}", bug.getClass().getName(), where(bug));
        }
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "a bug on our side; the server's log says where");
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String detail = unreadable.getCause() == null
                ? "a body is needed: {} if there is nothing to say"
                : "the body cannot be read as what is expected here";
        String pointer = "";
        if (unreadable.getCause() instanceof JacksonException json) {
            pointer = json.getPath().stream()
                    .map(step -> step.getPropertyName() == null
                            ? Integer.toString(step.getIndex())
                            : step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                    .map(step -> "/" + step)
                    .collect(Collectors.joining());
            detail = UnreadableJson.why(json);
        }
        var problem = problem(HttpStatus.BAD_REQUEST, "invalid-body", detail);
        problem.setProperty("errors", List.of(Map.of("pointer", pointer, "detail", detail)));
        return ResponseEntity.badRequest().body(problem);
    }

    /** What Spring refuses by itself has no code; its status says enough to make one. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            var known = HttpStatus.resolve(status.value());
            problem.setProperty(
                    "code",
                    known == null
                            ? "http-" + status.value()
                            : known.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    static ProblemDetail problem(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return problem;
    }

    private static List<StackTraceElement> where(Throwable bug) {
        return List.of(bug.getStackTrace()).stream().limit(12).toList();
    }
}
