package dev.sojourn.bench.peer;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** A system that holds the reference set and can be asked. */
interface Contender extends AutoCloseable {

    /** As in the table. */
    String name();

    /** A way to ask a question; empty if what the system keeps has no answer to it. */
    Optional<Asking> asking(Question question) throws Exception;

    /** What the data takes, on disk or in memory, with all indexes. */
    long bytes() throws Exception;

    @Override
    void close() throws IOException, SQLException;

    /** A question made ready to be asked again and again. */
    interface Asking {

        /** Asks: all of the answer is there when this returns. */
        Object ask(Map<String, Integer> parameters) throws Exception;

        /** What was answered, to be compared. */
        Answer read(Object answered);

        /** Stops whoever is asking; called from another thread. */
        void cancel() throws Exception;
    }
}
