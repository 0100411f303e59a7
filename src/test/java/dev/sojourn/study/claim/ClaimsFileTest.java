package dev.sojourn.study.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sojourn.study.Figures;
import dev.sojourn.study.claim.Operand.Asked;
import dev.sojourn.study.claim.Operand.Released;
import dev.sojourn.study.config.BadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A file of claims")
class ClaimsFileTest {
    private static final Path REFERENCE = Path.of("events", "reference");
    private static final Figures FIGURES = Figures.load();

    private static Claims read(String yaml) {
        return ClaimsFile.read(FIGURES, "c.yaml", yaml);
    }

    /** The value of a figure has the question that it was published for, which can be another than the figure's own. */
    @Test
    void may_speak_of_a_figures_values_by_their_names() {
        var claim = read("""
                claims:
                  - says: 17 % are from Europe
                    share: 17 %
                    figure: origin-2019
                    read: cell:europe
                """).all().get(0);

        assertThat(claim.id()).isEqualTo("claim-1");
        assertThat(((Asked) claim.of()).question().call())
                .isEqualTo("/api/v1/cohorts/neurips-2019/composition"
                        + "?asOf=2019&by=originRegion&knownAt=release:carnegie-2025-12");
    }

    @Test
    void may_be_json() {
        var claims = read("{\"claims\": [{\"says\": \"87\", \"count\": 87, \"figure\": \"retained-87\"}]}");
        assertThat(((Asked) claims.all().get(0).of()).read()).isEqualTo("retained");
    }

    /** The second claim begins in line 5. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cuont: 3, figure: retained-87                          | field cuont: unknown
            figure: retained-87                                    | needs one of [count, share
            count: 3, share: 3 %, figure: retained-87              | needs one of [count, share
            count: 3                                               | needs one of [figure, question, published]
            count: 3, figure: nothing                              | "nothing" is none of the figures
            count: x, figure: retained-87                          | field count: "x" is no count
            count: 3, figure: retained-87, on: 2020-13             | field on is no day
            count: 3, figure: retained-87, parameters: {to: 1x}    | to:
            count: 3, figure: retained-87, parameters: {by: sector}| by: retention takes no such parameter
            count: 3, figure: retained-87, knownAt: release        | knownAt:
            count: 3, figure: retained-87, from: {figure: x}       | field from is for points and differences
            points: 3, figure: retained-87                         | field figure stands under from or to
            points: 3, from: {figure: retained-87}                 | field to is missing
            count: 3, published: {share: 3 %, count: 4, source: A} | needs count, perhaps with of, or share
            count: 3, published: {count: 4}                        | field source is missing
            count: 3, published: {count: 4, of: 3, source: A}      | needs count, perhaps with of, or share
            count: 3, published: {count: 4, source: A}, read: x    | field read is not asked of published numbers
            count: 3, read: x, question: stayed                    | field question is a mapping of an analysis and its parameters
            count: 3, read: x, release: r                          | needs one of [figure, question, published]
            count: 3, read: x, release: r, figure: retained-87     | field figure is not asked of a release
            count: 3, read: x, release: r, question: {analysis: flows} | field question is the name of a question that the release keeps
            count: 3, read: x, release: r, question: q, knownAt: now | field knownAt is not asked of a release, which has its own
            count: 3, release: r, question: q                      | field read is missing
            count: 3, published: {count: 4, source: A}, release: r | field release is not asked of published numbers
            count: 3, read: x, release: r, question: q, on: soon   | field on is no day
            count: 3, read: x, question: {analysis: guess}         | is none of the analyses
            count: 3, read: x, question: {analysis: flows}         | cohort
            count: 3, id: claim-1, figure: retained-87             | field id stands twice
            """)
    void is_refused_with_line_claim_and_field(String fields, String message) {
        String yaml = "about: a text\nclaims:\n  - {says: a, count: 1, figure: retained-87}\n\n  - {says: b, " + fields
                + "}\n";
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(BadConfig.class)
                .hasMessageStartingWith("c.yaml, line 5, claim 2")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            claims: []                          | field claims must be a list of 1 to 500 claims
            claim: []                           | field claim: unknown
            'claims: [{says: "a"'               | c.yaml, line
            claims: {says: a}                   | field claims must be a list
            """)
    void is_refused_as_a_whole(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(BadConfig.class).hasMessageContaining(message);
    }

    @Test
    void may_quote_what_a_release_keeps_and_the_schema_knows_how() throws IOException {
        String yaml = "claims: [{says: a, count: 1, release: r-1, question: stayed, read: retained, on: 2021}]";
        var quoted = (Released) read(yaml).all().get(0).of();
        assertThat(quoted)
                .hasToString("Released[release=r-1, question=stayed, read=retained, base=null, on=2021-12-31]");
        assertThat(errors(yaml)).isZero();
        assertThat(errors(yaml.replace("release: r-1, ", ""))).isPositive();
        assertThat(errors(yaml.replace("on: 2021", "knownAt: now"))).isPositive();
        assertThat(errors(yaml.replace("stayed", "{analysis: state}"))).isPositive();
        assertThat(errors("claims: [{says: a, count: 1, read: x, question: {analysis: moves}}]"))
                .isZero();
        assertThat(errors("claims: [{says: a, count: 1, read: x, question: {analysis: guess}}]"))
                .isPositive();
    }

    private static int errors(String yaml) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(REFERENCE.resolve("claims.schema.json")))
                .validate(yaml, InputFormat.YAML)
                .size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims.yaml", "claims-tracker.yaml", "claims-readme.yaml"})
    void is_described_by_the_committed_schema(String file) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(REFERENCE.resolve("claims.schema.json")));
        var yaml = Files.readString(REFERENCE.resolve(file));

        assertThat(schema.validate(yaml, InputFormat.YAML)).isEmpty();
        assertThat(schema.validate(yaml.replace("says:", "sais:"), InputFormat.YAML))
                .isNotEmpty();
    }
}
