package dev.sojourn.store.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The keys of personal data")
class PersonalKeysTest {

    private static final List<String> TWO = List.of("researcher:ada", "researcher:白");

    @TempDir
    Path folder;

    private Path file;
    private Path masterFile;

    @BeforeEach
    void places() {
        file = folder.resolve("personal.keys");
        masterFile = folder.resolve("master.key");
    }

    @Test
    void are_made_once_and_are_there_again_after_a_restart() throws GeneralSecurityException {
        byte[] sealed;
        try (var keys = open()) {
            assertThat(keys.make(TWO)).isEqualTo(2);
            assertThat(keys.make(TWO)).isEqualTo(2);
            sealed = keys.key("researcher:白").orElseThrow().encrypt("x".getBytes(UTF_8), new byte[0]);
        }
        try (var keys = open()) {
            assertThat(keys.make(TWO)).isEqualTo(2);
            assertThat(keys.key("researcher:白").orElseThrow().decrypt(sealed, new byte[0]))
                    .asString()
                    .isEqualTo("x");
            assertThatExceptionOfType(GeneralSecurityException.class)
                    .isThrownBy(() -> keys.key("researcher:ada").orElseThrow().decrypt(sealed, new byte[0]));
        }
    }

    @Test
    void are_found_among_thousands() {
        var owners = IntStream.range(0, 25_000).mapToObj(n -> "researcher:" + n).toList(); // more than two megabytes
        try (var keys = open()) {
            keys.make(owners);
        }
        try (var keys = open()) {
            assertThat(keys.make(owners)).isEqualTo(25_000);
            assertThat(keys.key("researcher:0")).isPresent();
            assertThat(keys.key("researcher:24999")).isPresent();
            assertThatExceptionOfType(KeyTrouble.class)
                    .isThrownBy(() -> keys.key("researcher:25000"))
                    .matches(trouble -> trouble.kind() == KeyTrouble.Kind.KEY_MISSING)
                    .withMessageContaining("no key of researcher:25000");
        }
    }

    @Test
    void are_files_of_the_owner_alone_and_hold_no_key_in_clear() throws IOException {
        try (var keys = open()) {
            keys.make(TWO);
        }
        var owner = PosixFilePermissions.fromString("rw-------");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(owner);
        assertThat(Files.getPosixFilePermissions(masterFile)).isEqualTo(owner);
        assertThat(Files.readAllLines(file)).hasSize(3).allMatch(line -> line.matches("[^\t]+\t[A-Za-z0-9+/]{80}"));
    }

    @Test
    void are_gone_from_the_file_once_destroyed_and_never_come_back() throws IOException {
        String before;
        try (var keys = open()) {
            keys.make(TWO);
            before = Files.readAllLines(file).get(1).split("\t", -1)[1];
            keys.destroy("researcher:ada");
            keys.destroy("researcher:never-had-one");
            assertThat(keys.key("researcher:ada")).isEmpty();
            assertThat(keys.make(TWO)).isEqualTo(3);
            assertThat(keys.key("researcher:ada")).isEmpty();
        }
        assertThat(Files.readString(file)).doesNotContain(before);
        try (var keys = open()) {
            assertThat(keys.key("researcher:ada")).isEmpty();
            assertThat(keys.key("researcher:never-had-one")).isEmpty();
            assertThat(keys.key("researcher:白")).isPresent();
            assertThat(keys.destroyed()).containsExactlyInAnyOrder("researcher:ada", "researcher:never-had-one");
        }
    }

    @Test
    void cannot_be_moved_from_one_owner_to_another() throws IOException {
        try (var keys = open()) {
            keys.make(TWO);
        }
        var lines = Files.readAllLines(file);
        String ada = lines.get(1).split("\t", -1)[1];
        Files.writeString(file, Files.readString(file).replace(lines.get(2).split("\t", -1)[1], ada));
        try (var keys = open()) {
            assertThatExceptionOfType(KeyTrouble.class)
                    .isThrownBy(() -> keys.key("researcher:白"))
                    .matches(trouble -> trouble.kind() == KeyTrouble.Kind.KEY_FILE_DAMAGED);
        }
    }

    @Test
    void forget_a_line_that_a_crash_cut_off_and_go_on() throws IOException {
        try (var keys = open()) {
            keys.make(TWO);
        }
        for (String torn : List.of("researcher:chi\tabc", "\0\0\0\0", "researcher:chi\t" + "a".repeat(79) + "\n")) {
            Files.writeString(file, torn, StandardOpenOption.APPEND);
            try (var keys = open()) {
                assertThat(keys.trouble()).isEmpty();
                keys.expect(2);
                assertThat(keys.trouble()).isEmpty();
                keys.make(List.of("researcher:" + torn.length()));
            }
            Files.writeString(
                    file, String.join("\n", Files.readAllLines(file).subList(0, 3)) + "\n"); // as it was before
        }
    }

    @Test
    void say_which_master_key_is_missing_or_wrong() throws IOException {
        try (var keys = open()) {
            keys.make(TWO);
        }
        Files.move(masterFile, folder.resolve("elsewhere"));
        inTrouble(KeyTrouble.Kind.MASTER_KEY_MISSING, masterFile.toString());
        Files.writeString(masterFile, MasterKey.random().text());
        inTrouble(KeyTrouble.Kind.MASTER_KEY_WRONG, masterFile.toString());
        Files.writeString(masterFile, "no key");
        inTrouble(KeyTrouble.Kind.MASTER_KEY_WRONG, "openssl rand -base64 32");
        Files.delete(masterFile);
        try (var keys = PersonalKeys.open(folder, new MasterKeyPlace(folder.resolve("elsewhere"), null))) {
            assertThat(keys.key("researcher:ada")).isPresent();
        }
        String given = Files.readString(folder.resolve("elsewhere")).strip();
        try (var keys = PersonalKeys.open(folder, new MasterKeyPlace(null, given))) {
            assertThat(keys.key("researcher:ada")).isPresent();
        }
        assertThat(masterFile).doesNotExist();
    }

    @Test
    void say_that_their_file_is_missing_cut_off_or_none() throws IOException {
        try (var keys = open()) {
            keys.expect(2);
            assertThat(keys.trouble().orElseThrow().kind()).isEqualTo(KeyTrouble.Kind.KEY_FILE_MISSING);
            assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> keys.make(TWO));
        }
        assertThat(folder).isEmptyDirectory();
        try (var keys = open()) {
            keys.make(TWO);
            keys.expect(3);
            assertThat(keys.trouble().orElseThrow().kind()).isEqualTo(KeyTrouble.Kind.KEYS_MISSING);
        }
        Files.writeString(file, "something else\n");
        inTrouble(KeyTrouble.Kind.KEY_FILE_DAMAGED, file.toString());
    }

    @Test
    void are_wrapped_again_by_another_master_key() throws IOException {
        byte[] hash;
        try (var keys = open()) {
            keys.make(TWO);
            keys.destroy("researcher:ada");
            hash = keys.hash("purpose", "text").getBytes(UTF_8);
        }
        String before = Files.readString(file);
        String master = Files.readString(masterFile);
        assertThat(Rotation.run(folder, MasterKeyPlace.in(folder), null)).isEqualTo(3);
        assertThat(Files.readString(masterFile)).isNotEqualTo(master);
        assertThat(Files.readAllLines(file)).hasSize(4).doesNotContain(before.split("\n", -1)[0]);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("personal.keys", "master.key");
        try (var keys = open()) {
            assertThat(keys.trouble()).isEmpty();
            assertThat(keys.hash("purpose", "text").getBytes(UTF_8)).isEqualTo(hash);
            assertThat(keys.key("researcher:ada")).isEmpty();
            assertThat(keys.key("researcher:白")).isPresent();
        }
    }

    /** The steps of a rotation: the next master key is written, the file of keys replaced, the master key replaced. */
    @Test
    void open_after_a_rotation_that_was_cut_short_anywhere() throws IOException {
        try (var keys = open()) {
            keys.make(TWO);
        }
        byte[] oldKeys = Files.readAllBytes(file);
        byte[] oldMaster = Files.readAllBytes(masterFile);
        Rotation.run(folder, MasterKeyPlace.in(folder), null);
        byte[] newMaster = Files.readAllBytes(masterFile);

        Files.write(masterFile, oldMaster); // the keys were replaced, the master key not yet
        Files.write(folder.resolve("master.key.next"), newMaster);
        opens(newMaster);

        Files.write(file, oldKeys); // nothing was replaced yet
        Files.write(masterFile, oldMaster);
        Files.write(folder.resolve("master.key.next"), newMaster);
        Files.writeString(folder.resolve("personal.keys.new"), "half a fi");
        opens(oldMaster);
    }

    private void opens(byte[] master) throws IOException {
        try (var keys = open()) {
            assertThat(keys.trouble()).isEmpty();
            assertThat(keys.key("researcher:ada")).isPresent();
        }
        assertThat(masterFile).hasBinaryContent(master);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("personal.keys", "master.key");
    }

    private void inTrouble(KeyTrouble.Kind kind, String named) {
        try (var keys = open()) {
            assertThat(keys.trouble().orElseThrow().kind()).isEqualTo(kind);
            assertThat(keys.trouble().orElseThrow()).hasMessageContaining(named);
            assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> keys.key("researcher:ada"));
            assertThatExceptionOfType(KeyTrouble.class).isThrownBy(() -> keys.make(List.of("researcher:new")));
        }
    }

    private PersonalKeys open() {
        return PersonalKeys.open(folder, MasterKeyPlace.in(folder));
    }
}
