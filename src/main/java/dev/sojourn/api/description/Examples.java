package dev.sojourn.api.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what each call can answer instead, and puts the examples into the description: for each call requests and their answers, which a test holds to be true. */
@Component
public final class Examples implements OpenApiCustomizer {
    private static final JsonMapper JSON = new JsonMapper();

    private static final String REFUSED = "A problem document (RFC 9457), for instance:";

    private static final String FILES = "classpath*:examples/*.json";

    /** All of them, file by file in the order of their names. */
    public static List<Example> all() {
        var all = new ArrayList<Example>();
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(FILES);
            Arrays.sort(files, Comparator.comparing(file -> String.valueOf(file.getFilename())));
            for (var file : files) {
                all.addAll(JSON.readValue(file.getInputStream(), new TypeReference<List<Example>>() {}));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    @Override
    public void customise(OpenAPI description) {
        Refusals.describe(description);
        var refusalsFirst = all();
        refusalsFirst.sort(Comparator.comparing(Example::refused).reversed()); // what succeeds shows the parameters
        for (var example : refusalsFirst) {
            var path = description.getPaths().get(example.template());
            if (path != null) {
                show(example, path.readOperationsMap().get(HttpMethod.valueOf(example.method())));
            }
        }
    }

    private static void show(Example example, Operation operation) {
        var given = parameters(example);
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> parameter.setExample(given.get(key(parameter))));
        }
        if (example.body() != null && operation.getRequestBody() != null) {
            first(operation.getRequestBody().getContent()).setExample(plain(example.body()));
        }
        var answers = operation.getResponses();
        var answer = answers.computeIfAbsent(
                Integer.toString(example.status()),
                status -> example.refused()
                        ? new ApiResponse()
                                .description(REFUSED)
                                .content(copy(answers.get(ApiResponses.DEFAULT).getContent()))
                        : new ApiResponse()
                                .description("Created")
                                .content(copy(answers.values().iterator().next().getContent())));
        if (example.answer() != null && answer.getContent() != null) {
            first(answer.getContent()).setExample(plain(example.answer()));
        }
    }

    /** What begins something answers 201, and as a dry run 200, with the same content. */
    private static Content copy(Content other) {
        var content = new Content();
        other.forEach((type, media) -> content.addMediaType(type, new MediaType().schema(media.getSchema())));
        return content;
    }

    private static MediaType first(Content content) {
        return content.values().iterator().next();
    }

    private static String key(Parameter parameter) {
        return parameter.getIn() + " " + parameter.getName();
    }

    /** The values in an example's path, query and headers, by where they stand and their name. */
    private static Map<String, Object> parameters(Example example) {
        var values = new HashMap<String, Object>();
        var address = UriComponentsBuilder.fromUriString(example.path()).build();
        var names = example.template().split("/", -1);
        var parts = address.getPath().split("/", -1);
        for (int at = 0; at < names.length; at++) {
            if (names[at].startsWith("{")) {
                values.put("path " + names[at].substring(1, names[at].length() - 1), parts[at]);
            }
        }
        address.getQueryParams()
                .forEach((name, given) -> values.put("query " + name, given.size() == 1 ? given.get(0) : given));
        if (example.headers() != null) {
            example.headers().forEach((name, value) -> values.put("header " + name, value));
        }
        return values;
    }

    private static Object plain(JsonNode json) {
        return JSON.treeToValue(json, Object.class);
    }
}
