package dev.sojourn.api.read;

import dev.sojourn.exchange.answer.AnswerCsv;
import dev.sojourn.exchange.answer.Tabular;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotWritableException;

/** Writes answers as CSV to those who ask for {@code text/csv}. */
public final class CsvAnswers extends AbstractHttpMessageConverter<Tabular> {
    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    public CsvAnswers() {
        super(CSV);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Tabular.class.isAssignableFrom(type);
    }

    @Override
    public boolean canRead(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    protected Tabular readInternal(Class<? extends Tabular> type, HttpInputMessage message) {
        throw new UnsupportedOperationException("answers are only written");
    }

    @Override
    protected void writeInternal(Tabular answer, HttpOutputMessage message) throws IOException {
        try {
            AnswerCsv.write(answer, new OutputStreamWriter(message.getBody(), StandardCharsets.UTF_8));
        } catch (UncheckedIOException gone) {
            throw new HttpMessageNotWritableException("Could not write CSV: the reader is gone", gone); // as of JSON
        }
    }
}
