package dev.sojourn.api.body;

import dev.sojourn.event.value.Evidence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/**
 * What shows a claim to be true.
 *
 * @param url where it is; absent if it is nowhere on the web
 * @param title what it is called
 * @param archivedUrl where a copy is kept
 * @param quote the words that matter
 * @param kind homepage, profile, publication, news, registry, correspondence or other
 * @param observedOn the day at which it showed the claim true
 */
public record Source(
        @Schema(format = Texts.LINK, maxLength = 2000, example = "https://example.org/people/lin")
        String url,

        @Schema(maxLength = Texts.LINE) String title,

        @Schema(format = Texts.LINK, maxLength = 2000) String archivedUrl,

        @Schema(maxLength = Texts.PARAGRAPH) String quote,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Evidence.Kind kind,

        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "The day at which the source showed the claim true.",
                example = "2025-11-14")
        LocalDate observedOn) {
    static List<Evidence> all(List<Source> sources) {
        return sources == null
                ? List.of()
                : sources.stream().map(Source::evidence).toList();
    }

    private Evidence evidence() {
        return new Evidence(url, title, archivedUrl, quote, kind, observedOn);
    }
}
