package dev.sojourn.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.UncategorizedSQLException;

@DisplayName("A failure of the disk")
class StorageFailureTest {

    @Test
    void is_found_below_an_insert_that_failed_with_a_general_error_of_the_database() {
        var refused = DataUtils.newMVStoreException(
                DataUtils.ERROR_WRITING_FAILED, "Writing failed", new IOException("No space left on device"));
        var general = new SQLException("General error", "HY000", ErrorCode.GENERAL_ERROR_1, refused);

        assertThat(StorageFailure.isCauseOf(new UncategorizedSQLException("inserting", null, general)))
                .isTrue();
        assertThat(StorageFailure.isCauseOf(LedgerFile.failure("appending events", general)))
                .isTrue();
    }

    @Test
    void is_seen_where_the_database_has_given_up_since() {
        assertThat(StorageFailure.isCauseOf(new SQLException("closed", "90098", ErrorCode.DATABASE_IS_CLOSED)))
                .isTrue();
    }

    @Test
    void is_neither_a_broken_connection_of_a_client_nor_a_rule_of_the_database() {
        assertThat(StorageFailure.isCauseOf(new IllegalStateException(new IOException("Broken pipe"))))
                .isFalse();
        assertThat(StorageFailure.isCauseOf(new SQLException("duplicate", "23505", ErrorCode.DUPLICATE_KEY_1)))
                .isFalse();
    }
}
