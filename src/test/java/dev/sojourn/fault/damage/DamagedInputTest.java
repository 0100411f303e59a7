package dev.sojourn.fault.damage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.SmallLedger;
import dev.sojourn.cli.OpenLedger;
import dev.sojourn.event.form.CatalogueSerializer;
import dev.sojourn.event.form.EventCatalogue;
import dev.sojourn.event.form.EventText;
import dev.sojourn.event.form.UnknownEvent;
import dev.sojourn.event.form.Upcaster;
import dev.sojourn.event.form.Upcasters;
import dev.sojourn.exchange.ImportOptions;
import dev.sojourn.exchange.Importer;
import dev.sojourn.exchange.Progress;
import dev.sojourn.exchange.copy.BadCopy;
import dev.sojourn.exchange.copy.LedgerExport;
import dev.sojourn.exchange.copy.LedgerRestore;
import dev.sojourn.time.PartialDate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every attempt ends, as a good value or with the exception that its reader names. */
@DisplayName("Damaged input")
@Timeout(1_800)
class DamagedInputTest {

    private static final EventText TEXT = new EventText(Upcasters.CURRENT);

    /** An upcaster that, as those to come, takes its field for granted. */
    private static final EventText OLD = new EventText(new Upcasters(List.of(new Upcaster(
            "CareerResumed",
            "draft",
            "1",
            payload -> payload.put("on", payload.remove("year").asString().substring(0, 4))))));

    private static final CatalogueSerializer SERIALIZER = new CatalogueSerializer();
    private static final List<String> TYPES = List.copyOf(new TreeMap<>(EventCatalogue.types()).keySet());
    private static final List<String> DATES =
            List.of("2019", "2019-05", "2019-05-17", "2019-05~", "0001?", "9999-12-31~", "2020-02-29");

    private static final Map<String, String> PACKAGE = Map.of(
            "institutions.csv",
                    "institution_id,name,country,sector,ror,parent_id\nmit,MIT,US,university,,\neth,\"ETH, Zürich\",CH,university,,mit\n",
            "people.csv", "person_id,name,orcid\nada,Ada Example,0000-0002-1825-0097\nbo,Bo \"\"Test\"\",\n",
            "education.csv", "person_id,institution_id,country,level,end\nada,mit,,bachelor,2012\nbo,,CN,phd,2015-06\n",
            "assertions.csv",
                    "seq,op,spell_id,person_id,institution_id,role,start,end,source,recorded_at,note\n"
                            + "1,assert,s1,ada,mit,Researcher,2015,,https://example.org/a,2020-01-10T00:00:00Z,\n"
                            + "2,revise,s1,ada,eth,Professor,2015-03,2019,,2021-01-10T00:00:00Z,\"a \"\"note\"\"\"\n"
                            + "3,retract,s1,ada,,,,,,2022-01-10T00:00:00Z,\n",
            "cohorts.csv", "cohort_id,person_id\nsample,ada\nsample,bo\n",
            "mapping.yaml", "roles:\n  Researcher: FACULTY\n  \"Professor\": FACULTY\nsectors:\n  uni: UNIVERSITY\n");

    @TempDir
    private Path directory;

    @Test
    void is_read_or_refused_by_name() throws Exception {
        tryAll(1_000, 60, 20);
    }

    @Test
    @Tag("faults")
    void is_read_or_refused_by_name_a_million_times() throws Exception {
        tryAll(250_000, 3_000, 500);
    }

    private void tryAll(int values, int packages, int exports) throws Exception {
        Damage.times(values, DamagedInputTest::date);
        Damage.times(values, DamagedInputTest::event);
        Damage.times(values, DamagedInputTest::oldEvent);
        Damage.times(values, DamagedInputTest::message);
        try (var ledger = OpenLedger.open(directory.resolve("imports"), Clock.systemUTC())) {
            var importer = new Importer(ledger.store(), ledger.curation(), Clock.systemUTC());
            Damage.times(packages, damage -> importPackage(damage, importer));
            assertThat(ledger.store().head()).isZero();
        }
        String export = export();
        Damage.times(exports, damage -> restore(damage, export));
        System.out.printf(
                "damaged input: %d dates and events, %d packages, %d exports, all read or refused by name%n",
                4 * values, packages, exports);
    }

    private static void date(Damage damage) {
        String text = damage.of(damage.any(DATES), damage.any(DATES));
        try {
            assertThat(PartialDate.parse(text)).hasToString(text);
        } catch (IllegalArgumentException named) {
            assertThat(named).hasMessageNotContaining("For input string");
        }
    }

    private static void event(Damage damage) {
        String type = damage.any(TYPES);
        try {
            var event = TEXT.read(type, "1", damage.of(example(type), example(damage.any(TYPES))));
            assertThat(TEXT.read(type, "1", TEXT.write(event))).isEqualTo(event);
        } catch (IllegalArgumentException | UnknownEvent named) {
            assertThat(named).hasMessageContaining(type);
        }
    }

    private static void oldEvent(Damage damage) {
        String good = "{\"researcher\":\"r-1\",\"year\":2021,\"personal\":{}}";
        try {
            OLD.read("CareerResumed", "draft", damage.of(good, good));
        } catch (IllegalArgumentException | UnknownEvent named) {
            assertThat(named).hasMessageContaining("CareerResumed");
        }
    }

    private static void message(Damage damage) {
        String type = damage.any(TYPES);
        String text = damage.of(example(type), example(damage.any(TYPES)));
        try {
            SERIALIZER.deserialize(new SimpleSerializedObject<>(text, String.class, type, "1"));
        } catch (SerializationException | UnknownEvent named) {
            assertThat(named).isNotNull();
        }
    }

    /** A dry run, which records nothing, whatever it finds; some bytes are none of UTF-8. */
    private void importPackage(Damage damage, Importer importer) {
        try {
            var folder = Files.createTempDirectory(directory, "package");
            String broken = damage.any(List.copyOf(new TreeMap<>(PACKAGE).keySet()));
            for (var file : PACKAGE.entrySet()) {
                String text = file.getValue();
                boolean latin = false;
                if (file.getKey().equals(broken)) {
                    text = damage.of(text, PACKAGE.get("assertions.csv"));
                    latin = damage.any(List.of(true, false, false));
                }
                Files.write(folder.resolve(file.getKey()), text.getBytes(latin ? ISO_8859_1 : UTF_8));
            }
            assertThat(importer.run(folder, ImportOptions.strict("kim").dry(), Progress.NONE)
                            .outcome())
                    .isNotNull();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String export() throws IOException {
        SmallLedger.in(directory.resolve("small"));
        var out = new StringWriter();
        try (var ledger = OpenLedger.open(directory.resolve("small"), Clock.systemUTC())) {
            LedgerExport.write(ledger.store(), out, Progress.NONE);
        }
        return out.toString();
    }

    /** Nothing but the export itself comes through. */
    private void restore(Damage damage, String export) {
        String text = damage.of(export, export);
        try {
            var folder = Files.createTempDirectory(directory, "restore");
            var file = Files.writeString(folder.resolve("export.jsonl"), text.replaceAll("\\p{Cs}", "?"));
            new LedgerRestore(null, null, Clock.systemUTC(), Progress.NONE).export(file, folder.resolve("data"));
            assertThat(text.strip()).isEqualTo(export.strip());
        } catch (BadCopy named) {
            assertThat(named).hasMessageContaining("export.jsonl");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String example(String type) {
        try {
            return Files.readString(Path.of("events", type, "1.example.json"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
