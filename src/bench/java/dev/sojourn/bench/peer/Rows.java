package dev.sojourn.bench.peer;

import java.util.List;

/** Answers of the databases, as rows, in the form in which they are compared. */
final class Rows {

    private Rows() {}

    static Answer read(Question question, List<Object[]> rows) {
        var answer = new Answer();
        switch (question) {
            case RETENTION_NOW, RETENTION_THEN ->
                rows.forEach(row -> answer.count(place(row[0]), number(row[1])).count("base", number(row[1])));
            case YEARLY ->
                rows.forEach(row -> answer.count(
                        2000 + number(row[0]) + " " + place(row[1]) + ">" + place(row[2]), number(row[3])));
            case ORIGINS -> rows.forEach(row -> answer.count(cell(row), number(row[2])));
            case CHANGES_MONTH, CHANGES_YEAR ->
                rows.forEach(row -> answer.count(
                        (number(row[0]) == 1 ? "outside" : place(row[1])) + ">" + place(row[2]), number(row[3])));
            case STATE ->
                rows.forEach(row -> answer.fact("institution", row[0])
                        .fact("country", place(row[1]))
                        .fact("start", row[2]));
            case HISTORY ->
                rows.forEach(row -> People.version(
                        answer, "" + row[0], (int) number(row[1]), (int) number(row[2]), (int) number(row[3]), (int)
                                number(row[4])));
            default -> rows.forEach(row -> answer.count(place(row[0]) + ">" + place(row[1]), number(row[2])));
        }
        return answer;
    }

    private static String cell(Object[] row) {
        return row[1] == null ? "unobserved" : row[0] == null ? "unknown" : place(row[0]) + " " + place(row[1]);
    }

    private static String place(Object country) {
        return country == null ? "unobserved" : Answer.country((int) number(country));
    }

    private static long number(Object number) {
        return ((Number) number).longValue();
    }
}
