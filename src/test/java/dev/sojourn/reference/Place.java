package dev.sojourn.reference;

import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.InstitutionId;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.Sector;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An institution of the reference ledger; but for those the article names, all are neutral: "University US 03". */
record Place(InstitutionId id, Names names, Sector sector, String country, boolean neutral) {

    /** What the ledger is told when it first meets the place. */
    Profile profile() {
        return new Profile(names, sector, new CountryCode(country), null, List.of());
    }

    /** A neutral university. */
    static Place university(String country, int number) {
        return neutral("University", Sector.UNIVERSITY, country, number);
    }

    /** A neutral company. */
    static Place company(String country, int number) {
        return neutral("Company", Sector.COMPANY, country, number);
    }

    /** A neutral institution of which not even the sector is known. */
    static Place institution(String country, int number) {
        return neutral("Institution", Sector.NOT_STATED, country, number);
    }

    /** One that the article calls by its name. */
    static Place named(String id, Sector sector, String country, Map<String, String> names) {
        return new Place(new InstitutionId(id), new Names(names), sector, country, false);
    }

    private static Place neutral(String what, Sector sector, String country, int number) {
        String name = "%s %s %02d".formatted(what, country, number);
        var id = new InstitutionId(name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        return new Place(id, new Names(Map.of("Latn", name)), sector, country, true);
    }
}
