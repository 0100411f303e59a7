package dev.sojourn.api.read;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sojourn.exchange.answer.KnownForm;
import dev.sojourn.exchange.answer.RecordTable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.HttpMessageNotWritableException;

@DisplayName("An answer as CSV")
class CsvAnswersTest {
    @Test
    void is_not_taken_for_a_bug_when_its_reader_goes_away() {
        var table = RecordTable.of(KnownForm.class, Collections.nCopies(10_000, new KnownForm(1, null)));

        assertThatThrownBy(() -> new CsvAnswers().write(table, CsvAnswers.CSV, gone()))
                .isInstanceOf(HttpMessageNotWritableException.class);
    }

    private static HttpOutputMessage gone() {
        return new HttpOutputMessage() {
            @Override
            public OutputStream getBody() {
                return new OutputStream() {
                    @Override
                    public void write(int single) throws IOException {
                        throw new IOException("gone");
                    }
                };
            }

            @Override
            public HttpHeaders getHeaders() {
                return new HttpHeaders();
            }
        };
    }
}
