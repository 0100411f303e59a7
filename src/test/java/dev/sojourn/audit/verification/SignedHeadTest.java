package dev.sojourn.audit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sojourn.store.LedgerStore;
import dev.sojourn.store.row.Head;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A signed head")
class SignedHeadTest {

    private static final Head HEAD = new Head(4711, "9f".repeat(32));
    private static final String RECORDED = "2025-12-02T09:00:00.000Z";
    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00.750Z");

    @TempDir
    private Path temp;

    private Signer signer;
    private SignedHead signed;

    @BeforeEach
    void sign() throws IOException {
        signer = Signer.generate(temp.resolve("audit.key"));
        signed = signer.sign(HEAD, RECORDED, NOW);
    }

    @Test
    void reads_back_as_it_was_written_and_shows_who_signed_it() {
        assertThat(signed.line())
                .startsWith("{\"format\":\"sojourn-head-1\",\"position\":4711,\"hash\":\"9f9f")
                .contains("\"signed\":\"2026-01-02T12:00:00Z\"")
                .doesNotContain("\n");
        assertThat(SignedHead.parse(signed.line())).isEqualTo(signed);
        assertThat(signed.head()).isEqualTo(HEAD);
        assertThat(signer.published().signed(signed)).isTrue();
    }

    @Test
    void is_not_signed_any_more_if_anything_of_it_was_changed() {
        String line = signed.line();
        for (String changed : List.of(
                line.replace("4711", "4712"),
                line.replace("9f9f", "9e9f"),
                line.replace("2025-12", "2025-11"),
                line.replace("2026-01", "2026-02"),
                line.replace(signed.key(), "0123456789abcdef"),
                line.replace(signed.signature(), "AAAA" + signed.signature().substring(4)),
                line.replace(signed.signature(), "%"))) {
            assertThat(changed).isNotEqualTo(line);
            assertThat(signer.published().signed(SignedHead.parse(changed)))
                    .as(changed)
                    .isFalse();
        }
    }

    @Test
    void of_another_key_is_refused_and_so_is_one_without_a_signature() throws IOException {
        var other = Signer.generate(temp.resolve("other.key")).published();
        assertThat(read(List.of(signed.line()), Optional.of(other)).problem())
                .isEqualTo("the head at position 4711 is not signed with key " + other.id() + ", or was changed since");
        var own = Optional.of(signer.published());
        assertThat(read(List.of("# kept", "", signed.line()), own)).isEqualTo(new KeptHeads(List.of(HEAD), 0, null));
        assertThat(read(List.of(signed.line(), HEAD.toString()), own).problem())
                .isEqualTo("the head at position 4711 is not signed");
        assertThat(read(List.of(HEAD.toString(), signed.line()), Optional.empty()))
                .isEqualTo(new KeptHeads(List.of(HEAD, HEAD), 1, null));
    }

    @Test
    void can_be_that_of_an_empty_ledger() {
        try (var store = LedgerStore.open(temp.resolve("empty"), Clock.fixed(NOW, ZoneOffset.UTC))) {
            var empty = new SigningDesk(store, Clock.fixed(NOW, ZoneOffset.UTC)).sign(signer);

            assertThat(empty.head()).isEqualTo(new Head(0, ""));
            assertThat(signer.published().signed(SignedHead.parse(empty.line())))
                    .isTrue();
            assertThat(store.verify(empty.head(), position -> {}).passed()).isTrue();
        }
    }

    @Test
    void in_another_form_is_none() {
        for (String text : List.of(
                "{}",
                "{\"format\":1}",
                signed.line() + "x",
                signed.line().replace("4711", "\"4711\""),
                signed.line().replace("sojourn-head-1", "sojourn-head-2"),
                signed.line().replace("2025-12-02T", "2025-12-02\\n"),
                signed.line().replace("9f9f", "XX9f"))) {
            assertThatThrownBy(() -> SignedHead.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void comes_of_a_key_that_only_its_owner_can_read_and_that_is_never_written_over() throws IOException {
        var key = temp.resolve("audit.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(temp.resolve("audit.key.pub")))
                .isEqualTo(signer.published().pem())
                .doesNotContain("PRIVATE");
        assertThat(signer.published().signed(Signer.in(key).sign(HEAD, RECORDED, NOW)))
                .isTrue();
        assertThatThrownBy(() -> Signer.generate(key)).hasMessageContaining("is there already");
        assertThatThrownBy(() -> Signer.in(temp.resolve("none"))).hasMessageContaining("audit keygen");
        Files.writeString(key, "nonsense");
        assertThatThrownBy(() -> Signer.in(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_checked_with_openssl_as_events_README_tells_it() throws Exception {
        var script = Pattern.compile("```bash\n(field.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("events/README.md")));
        assertThat(script.find()).isTrue();
        assumeTrue(bash("openssl version") == 0, "there is no bash with openssl here");
        Files.writeString(temp.resolve("head.json"), signed.line() + "\n");
        assertThat(bash(script.group(1))).isZero();

        Files.writeString(temp.resolve("head.json"), signed.line().replace("4711", "4712") + "\n");
        assertThat(bash(script.group(1))).isNotZero();
    }

    private int bash(String script) throws InterruptedException {
        try {
            var process = new ProcessBuilder("bash", "-c", script)
                    .directory(temp.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException none) {
            return -1;
        }
    }

    private static KeptHeads read(List<String> texts, Optional<PublishedKey> key) {
        return KeptHeads.read(texts, key);
    }
}
