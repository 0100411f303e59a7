package dev.sojourn.reference;

import dev.sojourn.event.value.Flag;
import dev.sojourn.event.value.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * What became of the hundred of Chinese origin at institutions in the United States.
 *
 * <p>Only the totals are published, in {@code base_100_in_2025} of the joint table, and a test compares. One line is so
 * many people: role, place and start of the stay of 2019 ({@code *}: any start that fits the role), then each move.
 */
final class Fates {

    /** University to university 43, university to company 25, company to company 16, company to university 3. */
    private static final String STAYED = """
            16 | FACULTY     us-university *
             4 | PHD_STUDENT us-university 2019
             1 | PHD_STUDENT us-university 2018    | 2023    POSTDOC us-university
             1 | PHD_STUDENT us-university 2019    | 2024-09 POSTDOC us-university
             1 | PHD_STUDENT us-university 2015    | 2020    FACULTY us-university
             1 | PHD_STUDENT us-university 2016    | 2021    FACULTY us-university
             1 | PHD_STUDENT us-university 2016-09 | 2021-08 FACULTY us-university
             2 | PHD_STUDENT us-university 2017    | 2022    FACULTY us-university
             1 | PHD_STUDENT us-university 2018    | 2024    FACULTY us-university
             2 | PHD_STUDENT us-university 2015    | 2020    POSTDOC us-university | 2022 FACULTY us-university
             2 | PHD_STUDENT us-university 2016    | 2021    POSTDOC us-university | 2023 FACULTY us-university
             2 | PHD_STUDENT us-university 2017    | 2022    POSTDOC us-university | 2024 FACULTY us-university
             1 | PHD_STUDENT us-university 2016    | 2021    POSTDOC ca-university | 2023 FACULTY us-university
             2 | POSTDOC     us-university 2018    | 2020    FACULTY us-university
             2 | POSTDOC     us-university 2018-09 | 2021-08 FACULTY us-university
             2 | POSTDOC     us-university 2019    | 2022    FACULTY us-university
             1 | FACULTY     us-university *       | 2021    FACULTY us-university
             1 | FACULTY     us-university *       | 2024    FACULTY us-university
             3 | PHD_STUDENT us-university 2015    | 2020    RESEARCHER seven
             3 | PHD_STUDENT us-university 2016    | 2021-06 RESEARCHER seven
             3 | PHD_STUDENT us-university 2017    | 2022    RESEARCHER seven
             2 | PHD_STUDENT us-university 2018    | 2023    ENGINEER seven
             1 | PHD_STUDENT us-university 2018    | 2024    RESEARCHER seven
             1 | PHD_STUDENT us-university 2019    | 2025    RESEARCHER seven
             1 | POSTDOC     us-university 2018    | 2020    RESEARCHER seven
             1 | POSTDOC     us-university 2019    | 2022-03 RESEARCHER seven
             2 | PHD_STUDENT us-university 2015    | 2020    RESEARCHER us-company
             2 | PHD_STUDENT us-university 2016    | 2021    RESEARCHER us-company
             2 | PHD_STUDENT us-university 2017    | 2023    RESEARCHER us-company
             1 | PHD_STUDENT us-university 2019    | 2024    ENGINEER us-company
             1 | FACULTY     us-university *       | 2022    RESEARCHER us-company
             1 | PHD_STUDENT us-university 2016    | 2021    EXECUTIVE us-new-company FOUNDER
             1 | PHD_STUDENT us-university 2017    | 2023    EXECUTIVE us-new-company FOUNDER
             6 | RESEARCHER  seven      *
             4 | RESEARCHER  us-company *
             1 | RESEARCHER  us-company *          | 2021    RESEARCHER seven
             1 | RESEARCHER  us-company *          | 2022-05 RESEARCHER seven
             1 | ENGINEER    us-company *          | 2024    ENGINEER seven
             1 | RESEARCHER  us-company *          | 2021    RESEARCHER us-company
             1 | RESEARCHER  us-company *          | 2023    RESEARCHER us-company
             1 | RESEARCHER  seven      *          | 2023    EXECUTIVE us-new-company FOUNDER
             1 | RESEARCHER  us-company *          | 2020-08 FACULTY us-university
             1 | RESEARCHER  seven      *          | 2022    FACULTY us-university
             1 | RESEARCHER  us-company *          | 2023    FACULTY us-university
            """;

    /** Ten to China, one each to GB, CA and SG. The first line is Yang Zhilin, whom the article names. */
    private static final String LEFT = """
             1 | PHD_STUDENT carnegie-mellon 2015  | 2023    EXECUTIVE moonshot FOUNDER
             1 | PHD_STUDENT us-university 2016    | 2021    EXECUTIVE cn-new-company FOUNDER
             1 | RESEARCHER  us-company *          | 2020    EXECUTIVE cn-company LEADERSHIP
             1 | PHD_STUDENT us-university 2018    | 2023    RESEARCHER cn-company LEADERSHIP
             1 | PHD_STUDENT us-university 2014    | 2020    FACULTY cn-university
             1 | PHD_STUDENT us-university 2016    | 2022    FACULTY cn-university
             1 | PHD_STUDENT us-university 2016    | 2021    POSTDOC us-university | 2024-09 FACULTY cn-university
             1 | POSTDOC     us-university 2018    | 2022-08 FACULTY cn-university
             1 | FACULTY     us-university *       | 2023    FACULTY cn-university
             1 | PHD_STUDENT us-university 2019    | 2025    NOT_STATED cn-institution
             1 | POSTDOC     us-university 2019    | 2023-09 FACULTY gb-university
             1 | PHD_STUDENT us-university 2018    | 2024    FACULTY ca-university
             1 | RESEARCHER  us-company *          | 2025    RESEARCHER sg-company
            """;

    private Fates() {}

    /** The stays of each of the hundred, from that of 2019 on; Yang Zhilin is the one who founded Moonshot AI. */
    static List<List<Stay>> all() {
        var fates = new ArrayList<List<Stay>>();
        for (String line : (STAYED + LEFT).lines().toList()) {
            String[] parts = line.strip().split(" *\\| *", -1);
            for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
                fates.add(stays(parts, fates.size()));
            }
        }
        return fates;
    }

    private static List<Stay> stays(String[] parts, int turn) {
        var stays = new ArrayList<Stay>();
        var been = new ArrayList<Place>();
        for (int i = 1; i < parts.length; i++) {
            var words = new ArrayList<>(Arrays.asList(parts[i].split(" +", -1)));
            if (i == 1) {
                words.add(0, words.remove(2)); // the first stay tells its start last
            }
            Role role = Role.valueOf(words.get(1));
            String since = words.get(0).equals("*") ? Ordinary.since(role, 2019, turn) : words.get(0);
            var flags = EnumSet.noneOf(Flag.class);
            words.stream().skip(3).map(Flag::valueOf).forEach(flags::add);
            Place place = Places.of(words.get(2), turn, been);
            been.add(place);
            stays.add(new Stay(place, role, since, flags));
        }
        return stays;
    }
}
