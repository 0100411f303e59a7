package dev.sojourn.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.analysis.Flows.Cell;
import dev.sojourn.analysis.Flows.Value;
import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.event.CareerEvent.Cause;
import dev.sojourn.event.InstitutionEvent.HeadquartersMoved;
import dev.sojourn.event.InstitutionEvent.InstitutionRegistered;
import dev.sojourn.event.InstitutionEvent.ParentChanged;
import dev.sojourn.event.value.CountryCode;
import dev.sojourn.event.value.Names;
import dev.sojourn.event.value.Personal.Remarks;
import dev.sojourn.event.value.Profile;
import dev.sojourn.event.value.Role;
import dev.sojourn.event.value.Sector;
import dev.sojourn.time.Vantage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Five people. a goes from uni (university, US) to labs (company, FR) in 2020; b stays at uni, which moves to CN in 2021; c
 * stays at labs, which a group buys in 2021; d goes from labs to uni in 2022; e, at uni, dies in 2021.
 */
@DisplayName("Who went from where to where, worked out by hand")
class FlowsExamplesTest {

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void tell() {
        ledger.and(new InstitutionRegistered(
                Ledger.institution("uni"),
                new Profile(Names.of("uni"), Sector.UNIVERSITY, new CountryCode("US"), null, List.of()),
                Remarks.NONE));
        ledger.place("labs", "FR").place("group", "DE");
        for (var who : List.of("a", "b", "c", "d", "e")) {
            ledger.person(who);
        }
        at("a", "uni", "2018", "2020", Role.PHD_STUDENT);
        at("a", "labs", "2020", null, Role.RESEARCHER);
        at("b", "uni", "2018", null, Role.FACULTY);
        at("c", "labs", "2018", null, Role.RESEARCHER);
        at("d", "labs", "2018", "2022", Role.RESEARCHER);
        at("d", "uni", "2022", null, Role.FACULTY);
        at("e", "uni", "2018", null, Role.FACULTY);
        ledger.ended("e", Cause.DECEASED, "2021");
        ledger.and(new HeadquartersMoved(
                Ledger.institution("uni"), new CountryCode("CN"), Ledger.date("2021"), Remarks.NONE));
        ledger.and(new ParentChanged(
                Ledger.institution("labs"), Ledger.institution("group"), Ledger.date("2021"), Remarks.NONE));
    }

    private void at(String who, String place, String start, String end, Role role) {
        ledger.at(who, who + "@" + place, place, start, end, null, null, role);
    }

    private Flows.Question question(Attribute by) {
        return new Flows.Question(Ledger.everyone(Ledger.RULES), Vantage.day("2019"), Vantage.day("2022"), by);
    }

    private static String text(List<Cell> cells) {
        return cells.stream()
                .map(cell -> cell.from() + ">" + cell.to() + " " + cell.count() + "/" + cell.moved() + "/"
                        + cell.reclassified())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    /** Each pair with its count, how many moved, how many were reclassified. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        COUNTRY     | FR>CN 1/1/0, FR>FR 1/0/0, US>CN 1/0/1, US>FR 1/1/0, US>inactive 1/0/0
        REGION      | europe>europe 1/0/0, europe>other 1/1/0, other>europe 1/1/0, other>inactive 1/0/0, other>other 1/0/0
        SECTOR      | COMPANY>COMPANY 1/0/0, COMPANY>UNIVERSITY 1/1/0, UNIVERSITY>COMPANY 1/1/0, UNIVERSITY>UNIVERSITY 1/0/0, UNIVERSITY>inactive 1/0/0
        INSTITUTION | labs>labs 1/0/0, labs>uni 1/1/0, uni>inactive 1/0/0, uni>labs 1/1/0, uni>uni 1/0/0
        PARENT      | labs>group 1/0/1, labs>uni 1/1/0, uni>group 1/1/0, uni>inactive 1/0/0, uni>uni 1/0/0
        ROLE        | FACULTY>FACULTY 1/0/0, FACULTY>inactive 1/0/0, PHD_STUDENT>RESEARCHER 1/1/0, RESEARCHER>FACULTY 1/1/0, RESEARCHER>RESEARCHER 1/0/0
        """)
    void by_each_attribute(Attribute by, String pairs) {
        assertThat(text(Flows.of(ledger.now(), question(by)).cells())).isEqualTo(pairs);
    }

    /** US: 3 on the first day; b, a and e are there no more: 3 + 0 - 3 = 0. CN: 0 + 2 - 0 = 2. FR: 2 + 1 - 1 = 2. */
    @Test
    void stocks_gross_net_and_rates_of_each_value() {
        var values = Flows.of(ledger.now(), question(Attribute.COUNTRY)).values();
        assertThat(values)
                .containsExactly(
                        new Value("US", 3, 0, 0, 3),
                        new Value("FR", 2, 2, 1, 1),
                        new Value("CN", 0, 2, 2, 0),
                        new Value("inactive", 0, 1, 1, 0));
        var us = values.get(0);
        assertThat(List.of(us.gross(), us.net())).isEqualTo(List.of(3, -3));
        assertThat(us.outRate()).isEqualTo(new Share(3, 3));
        assertThat(us.netRate()).isEqualTo(new Share(-3, 3));
        var fr = values.get(1);
        assertThat(List.of(fr.gross(), fr.net())).isEqualTo(List.of(2, 0));
        assertThat(fr.inRate()).isEqualTo(new Share(1, 2));
        assertThat(values.get(2).inRate().value()).as("of nobody").isNull();
    }

    /** a goes in 2020, e dies and uni moves in 2021, d goes in 2022. */
    @Test
    void year_by_year() {
        assertThat(Flows.yearly(ledger.now(), question(Attribute.COUNTRY)))
                .extracting(year -> year.from() + " " + text(year.cells()))
                .containsExactly(
                        "2019-12-31 FR>FR 2/0/0, US>US 2/0/0, US>FR 1/1/0",
                        "2020-12-31 FR>FR 3/0/0, US>CN 1/0/1, US>inactive 1/0/0",
                        "2021-12-31 FR>FR 2/0/0, CN>CN 1/0/0, FR>CN 1/1/0, inactive>inactive 1/0/0");
    }
}
