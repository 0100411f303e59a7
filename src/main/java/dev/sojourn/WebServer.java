package dev.sojourn;

import dev.sojourn.access.AccessMode;
import dev.sojourn.access.Accounts;
import dev.sojourn.cli.InputError;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.cli.Web;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The web server: a Spring context around a ledger that is open already. */
final class WebServer implements Web {
    @Override
    public Running start(OpenLedger ledger, Accounts accounts, Settings settings) {
        var closed = new CountDownLatch(1);
        try {
            var context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(WebConfiguration.class)
                    .web(WebApplicationType.SERVLET)
                    .properties(Map.of("server.address", settings.address(), "server.port", settings.port()))
                    .initializers(application -> register(
                            (GenericApplicationContext) application, ledger, accounts, settings.mode(), closed))
                    .run();
            ledger.leaveClosingToCaller(); // the context's own hook closes it, once the last answer is given
            return new SpringServer(context, closed);
        } catch (RuntimeException failed) {
            for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
                if (cause instanceof UnusableSetting) {
                    throw new InputError(cause.getMessage());
                }
            }
            if (portInUse(failed)) {
                throw new InputError("port " + settings.port()
                        + " is in use: stop what listens there, or choose another one with --port (0: any free one)");
            }
            throw failed;
        }
    }

    /** As beans with a destroy method: closed in order, after the server has stopped answering. */
    private static void register(
            GenericApplicationContext context,
            OpenLedger ledger,
            Accounts accounts,
            AccessMode mode,
            CountDownLatch closed) {
        context.registerBean(Closed.class, () -> new Closed(closed));
        context.registerBean(OpenLedger.class, () -> ledger);
        context.registerBean(Accounts.class, () -> accounts);
        context.registerBean(AccessMode.class, () -> mode);
    }

    private static boolean portInUse(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return true;
            }
        }
        return false;
    }

    /** Made first, destroyed last: by then ledger and accounts are closed. */
    private record Closed(CountDownLatch latch) implements AutoCloseable {
        @Override
        public void close() {
            latch.countDown();
        }
    }

    record SpringServer(ServletWebServerApplicationContext context, CountDownLatch closed) implements Running {
        @Override
        public int port() {
            return context.getWebServer().getPort();
        }

        @Override
        public void await() {
            try {
                closed.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
