package dev.sojourn.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A large package of people who do not exist: four stays each, one of which is revised. */
final class GeneratedPackage {

    private static final int INSTITUTIONS = 100;
    private static final List<String> COUNTRIES = List.of("US", "CN", "GB", "CA", "SG");

    private GeneratedPackage() {}

    /** Writes it to a folder: five assertions a person. */
    static Path write(Path folder, int people) {
        var institutions = new ArrayList<>(List.of("institution_id,name,country,sector"));
        for (int n = 0; n < INSTITUTIONS; n++) {
            institutions.add(
                    "inst-" + n + ",Institution " + n + "," + COUNTRIES.get(n % COUNTRIES.size()) + ",university");
        }
        var names = new ArrayList<>(List.of("person_id,name"));
        var assertions = new ArrayList<>(
                List.of("seq,op,spell_id,person_id,institution_id,role,start,end,source,recorded_at,note"));
        for (int n = 0; n < people; n++) {
            names.add("p" + n + ",Person " + n);
            for (int stay = 0; stay < 4; stay++) {
                assertions.add(row(assertions.size(), "assert", n, stay, 2004 + 4 * stay));
            }
            assertions.add(row(assertions.size(), "revise", n, 3, 2017));
        }
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve("institutions.csv"), institutions);
            Files.write(folder.resolve("people.csv"), names);
            Files.write(folder.resolve("assertions.csv"), assertions);
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String row(int seq, String op, int person, int stay, int start) {
        return seq + "," + op + ",s" + person + "-" + stay + ",p" + person + ",inst-"
                + (person * 7 + stay) % INSTITUTIONS + ",Researcher," + start + "," + (stay == 3 ? "" : start + 3)
                + ",,2020-01-10T00:00:00Z,";
    }
}
