package dev.sojourn.api.body;

import dev.sojourn.api.problem.BadBody;
import dev.sojourn.api.problem.Flaw;
import dev.sojourn.api.problem.UnreadableJson;
import dev.sojourn.exchange.answer.AnswerJson;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the bodies of writes. What cannot be read is a {@link BadBody} that names every member to blame; what was read is
 * kept with the request, so that a rule that refuses it later can be told from which member it came.
 */
public final class BodyReader extends AbstractHttpMessageConverter<Body> {
    /** No body of ours is deeper than four; what is deeper than this is not even read. */
    private static final int DEEPEST = 16;

    private static final String READ = BodyReader.class.getName();

    private final JsonMapper mapper = AnswerJson.configure(JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build()))
            .build();

    public BodyReader() {
        super(MediaType.APPLICATION_JSON);
    }

    /** The body of the running request, if it had one of ours. */
    public static Optional<JsonNode> read() {
        return Optional.ofNullable((JsonNode)
                RequestContextHolder.currentRequestAttributes().getAttribute(READ, RequestAttributes.SCOPE_REQUEST));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return Body.class.isAssignableFrom(type);
    }

    @Override
    public boolean canWrite(Class<?> type, MediaType mediaType) {
        return false;
    }

    @Override
    protected Body readInternal(Class<? extends Body> type, HttpInputMessage message) throws IOException {
        var tree = tree(message.getBody().readAllBytes());
        RequestContextHolder.currentRequestAttributes().setAttribute(READ, tree, RequestAttributes.SCOPE_REQUEST);
        var binder = new Binder(mapper);
        var body = binder.record(tree, type, "");
        if (!binder.flaws().isEmpty()) {
            throw new BadBody(binder.flaws());
        }
        return body;
    }

    @Override
    protected void writeInternal(Body body, HttpOutputMessage message) {
        throw new UnsupportedOperationException("bodies of writes are only read");
    }

    private JsonNode tree(byte[] bytes) {
        if (bytes.length == 0) {
            throw new BadBody(List.of(new Flaw("", null, "a body is needed: {} if there is nothing to say")));
        }
        try {
            return mapper.readTree(bytes);
        } catch (JacksonException unreadable) {
            throw new BadBody(List.of(new Flaw("", null, UnreadableJson.why(unreadable))));
        }
    }
}
