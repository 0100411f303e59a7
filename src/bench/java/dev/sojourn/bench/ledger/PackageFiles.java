package dev.sojourn.bench.ledger;

import dev.sojourn.bench.ReferenceSet;
import dev.sojourn.event.EducationEvent.EducationRecorded;
import dev.sojourn.event.IdentityEvent.ResearcherRegistered;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.Recorded;
import dev.sojourn.event.SpellEvent;
import dev.sojourn.event.SpellEvent.AffiliationCorrected;
import dev.sojourn.event.SpellEvent.AffiliationRecorded;
import dev.sojourn.event.value.Claim;
import dev.sojourn.event.value.ResearcherId;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** The reference set as an import package: a name and an identifier for each person, and where each claim was read. */
final class PackageFiles {

    private final int researchers;
    private long seq;
    private int people;

    PackageFiles(int researchers) {
        this.researchers = researchers;
    }

    /** Writes it into a folder, and gives the folder. */
    Path write(Path folder) throws IOException {
        try (var institutions = file(folder, "institutions.csv", "institution_id,name,country,sector");
                var persons = file(folder, "people.csv", "person_id,name,external_ids");
                var education = file(folder, "education.csv", "person_id,institution_id,country,level,end");
                var assertions = file(
                        folder,
                        "assertions.csv",
                        "seq,op,spell_id,person_id,institution_id,role,kind,start,end,source,recorded_at")) {
            new ReferenceSet(researchers, 42).events(recorded -> {
                var event = recorded.event();
                if (event instanceof InstitutionRegistered of) {
                    line(
                            institutions,
                            of.institution(),
                            "Institution " + of.institution(),
                            of.profile().headquarters(),
                            of.profile().sector());
                } else if (event instanceof ResearcherRegistered of) {
                    people++;
                    String name = "Given" + people % 997 + " Family" + people % 20_011;
                    line(persons, of.researcher(), name, "dblp:" + people % 310 + "/" + people);
                } else if (event instanceof EducationRecorded of) {
                    var degree = of.degree();
                    line(
                            education,
                            of.researcher(),
                            degree.institution(),
                            degree.institution() == null ? degree.country() : null,
                            degree.level(),
                            degree.end());
                } else if (event instanceof AffiliationRecorded of) {
                    claim(assertions, "assert", of, of.claim(), recorded);
                } else if (event instanceof AffiliationCorrected of) {
                    claim(assertions, "revise", of, of.claim(), recorded);
                } else if (event instanceof SpellEvent of) {
                    // What is taken back is the whole spell: the other cells are for people.
                    line(
                            assertions,
                            ++seq,
                            "retract",
                            of.spell(),
                            of.researcher(),
                            "i0",
                            "OTHER",
                            null,
                            null,
                            null,
                            null,
                            recorded.header().recorded());
                }
            });
        }
        return folder;
    }

    private void claim(PrintWriter file, String op, SpellEvent of, Claim claim, Recorded recorded) {
        ResearcherId whose = of.researcher();
        line(
                file,
                ++seq,
                op,
                of.spell(),
                whose,
                claim.institution(),
                claim.role(),
                claim.kind(),
                claim.start(),
                claim.end(),
                "https://example.org/people/" + whose,
                recorded.header().recorded());
    }

    private static PrintWriter file(Path folder, String name, String header) throws IOException {
        var file = new PrintWriter(Files.newBufferedWriter(folder.resolve(name)));
        file.println(header);
        return file;
    }

    private static void line(PrintWriter file, Object... cells) {
        for (int cell = 0; cell < cells.length; cell++) {
            file.print(cell == 0 ? "" : ",");
            file.print(cells[cell] == null ? "" : cells[cell]);
        }
        file.print('\n');
    }
}
