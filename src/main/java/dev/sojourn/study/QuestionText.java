package dev.sojourn.study;

import dev.sojourn.analysis.question.Attribute;
import dev.sojourn.time.Vantage;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** How the parts of questions are written, wherever they are asked. Every method refuses what it cannot read. */
public final class QuestionText {
    private QuestionText() {}

    /** One or more attributes with commas between them. */
    public static List<Attribute> by(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Attribute::parse)
                .toList();
    }

    /** One or more days with commas between them. */
    public static List<LocalDate> days(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(Vantage::day)
                .toList();
    }
}
