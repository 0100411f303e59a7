package dev.sojourn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.SmallLedger;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Heads and verification on the command line")
class AuditVerbsTest {

    @TempDir
    private Path temp;

    private Path data;
    private Path key;
    private Path kept;
    private String head;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void keep_a_plain_and_a_signed_head() throws IOException {
        data = temp.resolve("data");
        key = temp.resolve("audit.key");
        kept = temp.resolve("kept.txt");
        SmallLedger.in(data);
        assertThat(run("audit", "keygen", key.toString())).isZero();
        assertThat(out.toString()).contains("-----BEGIN PUBLIC KEY-----").doesNotContain("PRIVATE");
        assertThat(run("audit", "head", "--data", data.toString())).isZero();
        head = out.toString().strip();
        assertThat(run("audit", "head", "--data", data.toString(), "--sign", key.toString()))
                .isZero();
        Files.writeString(kept, "# kept by a test\n" + out);
    }

    @Test
    void verify_a_ledger_against_heads_and_who_signed_them() throws IOException {
        assertThat(verify("--heads", kept.toString())).isZero();
        assertThat(out.toString())
                .contains("17 events verified; the chain ends at " + head, "continues the head kept at position 17")
                .contains("Who signed the head was not checked");
        assertThat(verify("--heads", kept.toString(), "--public-key", key + ".pub"))
                .isZero();
        assertThat(out.toString()).doesNotContain("not checked");
        assertThat(verify("--heads", kept.toString(), "--head", head)).isZero();
        assertThat(out.toString()).contains("continues the 2 heads that were kept");

        assertThat(verify("--head", head, "--public-key", key + ".pub")).isEqualTo(1);
        assertThat(out.toString()).contains("the head at position 17 is not signed");
        assertThat(verify("--head", head.replaceFirst("17:.{4}", "16:abcd"))).isEqualTo(1);
        assertThat(out.toString()).contains("position 16: its hash is not the one that was kept");
        assertThat(verify("--head", head.replaceFirst("17:", "18:"))).isEqualTo(1);
        assertThat(out.toString()).contains("position 18: the ledger ends here, before the head that was kept");
        assertThat(verify("--head", "nonsense")).isEqualTo(2);
        assertThat(verify("--heads", temp.resolve("none").toString())).isEqualTo(2);
        assertThat(verify("--public-key", kept.toString())).isEqualTo(2);
    }

    @Test
    void verify_an_export_without_a_ledger() throws IOException {
        var file = temp.resolve("ledger.jsonl.gz");
        assertThat(run("export", file.toString(), "--data", data.toString(), "--purpose", "a test of exports"))
                .isZero();
        assertThat(run("verify", "--export", file.toString(), "--heads", kept.toString()))
                .isZero();
        assertThat(out.toString()).contains("17 events verified; the chain ends at " + head);
        assertThat(run("verify", "--export", file.toString(), "--head", head.replaceFirst("17:", "18:")))
                .isEqualTo(1);
        assertThat(out.toString()).contains("position 18: the ledger ends here");

        var plain = temp.resolve("ledger.jsonl");
        run("export", plain.toString(), "--data", data.toString(), "--purpose", "another test");
        var lines = new ArrayList<>(Files.readAllLines(plain));
        lines.set(4, lines.get(4).replaceFirst("2024", "2023"));
        Files.write(plain, lines);
        assertThat(run("verify", "--export", plain.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("ledger.jsonl:5: position 4: ");
        assertThat(run("verify", "--export", temp.resolve("none").toString())).isEqualTo(2);

        assertThat(run("audit", "disclosures", "--data", data.toString())).isZero();
        assertThat(out.toString()).contains("up to position 17  a test of exports", "another test");
    }

    @Test
    void export_nothing_without_a_purpose() {
        assertThat(run("export", temp.resolve("l.jsonl").toString(), "--data", data.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--purpose");
        assertThat(run("export", temp.resolve("l.jsonl").toString(), "--data", data.toString(), "--purpose", "x"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("say what it is for");
        assertThat(temp.resolve("l.jsonl")).doesNotExist();
        assertThat(data.resolve("disclosures.jsonl")).doesNotExist();
    }

    private int verify(String... more) {
        var arguments = new ArrayList<>(List.of("verify", "--data", data.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Sojourn.run(
                arguments,
                (ledger, accounts, settings) -> {
                    throw new IllegalStateException("nothing is served here");
                },
                Clock.systemUTC(),
                Map.of(),
                new PrintWriter(out),
                new PrintWriter(err));
    }
}
