package dev.sojourn.api.description;

import dev.sojourn.api.traffic.CountsOnly;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes which answers carry an {@code ETag}, and are not sent again to those who have them. */
@Component
final class AnswerTags implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (method.hasMethodAnnotation(CountsOnly.class)) {
            var responses = operation.getResponses();
            responses
                    .get("200")
                    .addHeaderObject(
                            "ETag",
                            new Header()
                                    .description("Of this answer at this position; send it back in If-None-Match.")
                                    .schema(new StringSchema()));
            responses.addApiResponse(
                    "304",
                    new ApiResponse().description("Nothing was recorded since: the answer is the one you have."));
        }
        return operation;
    }
}
