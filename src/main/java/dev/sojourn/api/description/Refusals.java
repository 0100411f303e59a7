package dev.sojourn.api.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;

/** Describes what every call can answer instead, and that addresses ending in {@code .csv} answer CSV. */
final class Refusals {
    private static final String NAME = "Problem";

    private Refusals() {}

    /** Adds them to the description. */
    static void describe(OpenAPI description) {
        description.getComponents().addSchemas(NAME, problem());
        var refusal = new ApiResponse()
                .description("A problem document (RFC 9457); its code is stable.")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME))));
        description.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> {
            operation.getResponses().addApiResponse(ApiResponses.DEFAULT, refusal);
            if (path.endsWith(".csv")) {
                operation
                        .getResponses()
                        .get("200")
                        .setContent(new Content().addMediaType("text/csv", new MediaType().schema(new StringSchema())));
            }
        }));
    }

    private static Schema<?> problem() {
        var flaw = new ObjectSchema()
                .addProperty("pointer", new StringSchema().description("JSON pointer into the body."))
                .addProperty("parameter", new StringSchema().description("Name of a parameter, instead."))
                .addProperty("value", new StringSchema().description("What was given."))
                .addProperty("detail", new StringSchema().description("What is wrong, and what to write instead."));
        var schema = new ObjectSchema()
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("code", new StringSchema().description("Stable, for programs."))
                .addProperty("rule", new StringSchema().description("The rule that forbids it, for a 409."))
                .addProperty("errors", new ArraySchema().items(flaw))
                .addProperty(
                        "changes",
                        new ArraySchema()
                                .items(new ObjectSchema())
                                .description("For a 412: the events since the version the caller knows."));
        schema.setExample(Map.of(
                "title",
                "Precondition Required",
                "status",
                428,
                "code",
                "version-needed",
                "detail",
                "If-Match is needed"));
        return schema;
    }
}
