package dev.sojourn.bench.peer;

/** What all are asked; the files of SQL have the same names. */
enum Question {
    RETENTION_NOW("retention 2019 to 2025, known now", 100),
    RETENTION_THEN("retention 2019 to 2025, known at 2021-01-01", 2),
    FLOWS_NOW("all flows 2019 to 2025, known now", 100),
    FLOWS_ANY("all flows, any day and any position", 10),
    YEARLY("25 matrices of consecutive years", 100),
    ORIGINS("origin by country 2019", 100),
    CHANGES_MONTH("changes between two positions a month apart", 10),
    CHANGES_YEAR("changes between two positions a year apart", 10),
    STATE("one person's state", 20),
    HISTORY("one person's history", 20),
    FLOWS_OF_ORIGIN("flows where origin:CN", 0),
    FLOWS_OF_SECTOR("flows where sector:UNIVERSITY", 0);

    private final String text;
    private final double goal;

    Question(String text, double goal) {
        this.text = text;
        this.goal = goal;
    }

    /** For people. */
    String text() {
        return text;
    }

    /** From how many vantages it is asked, one after the other. */
    int vantages() {
        return switch (this) {
            case STATE, HISTORY -> 1_000;
            case FLOWS_ANY -> 2_000;
            default -> 1;
        };
    }

    /** Whether Sojourn keeps what it counted for it, in case it is asked again from the same vantage. */
    boolean tabled() {
        return switch (this) {
            case FLOWS_ANY, CHANGES_MONTH, CHANGES_YEAR, STATE, HISTORY -> false;
            default -> true;
        };
    }

    /** At how many of them answers are compared. */
    int compared() {
        return this == FLOWS_ANY ? 3 : vantages();
    }

    /** How many times faster than the best peer Sojourn is to be; 0 if there is another goal. */
    double goal() {
        return goal;
    }
}
