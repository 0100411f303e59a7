package dev.sojourn.study.search;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Names as lower-case Latin letters without marks, cut into words: what is alike here may be the same name. Chinese
 * characters are read as in names (ICU's Han-Latin/Names: 單 is shan, not dan), one word each; other scripts by ICU's
 * Any-Latin. Japanese names in Chinese characters are read as Chinese ones: their own reading is not in the characters.
 *
 * <p>ICU takes most of a millisecond for a Chinese name, so what it makes of each character, as a first one and as a later
 * one, is remembered; a table holds the surnames of two characters.
 */
public final class Folding {
    private static final Transliterator HAN =
            Transliterator.getInstance("Traditional-Simplified; Han-Latin/Names; Latin-ASCII; Lower");
    private static final Transliterator OTHER = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
    private static final Transliterator LATIN = Transliterator.getInstance("Latin-ASCII; Lower");
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");

    /** A character that is read alike everywhere, to put before or after the one asked for. */
    private static final String NEIGHBOUR = "明";

    private static final Set<String> SURNAMES_OF_TWO = Set.of(
            "万俟", "上官", "东方", "东郭", "令狐", "公冶", "公孙", "公羊", "南宫", "司徒", "司空", "司马", "呼延", "夏侯", "太史", "宇文", "尉迟", "慕容",
            "拓跋", "欧阳", "淳于", "濮阳", "澹台", "独孤", "申屠", "皇甫", "端木", "西门", "诸葛", "贺兰", "赫连", "轩辕", "长孙", "钟离", "闻人", "闾丘",
            "鲜于", "东门", "仲孙", "单于", "即墨");

    private static final Remembered FIRST =
            new Remembered(character -> HAN.transliterate(character + NEIGHBOUR).split(" ", 2)[0]);
    private static final Remembered LATER =
            new Remembered(character -> lastWord(HAN.transliterate(NEIGHBOUR + character)));
    private static final Remembered SIMPLE = new Remembered(SIMPLIFIED::transliterate);
    private static final Remembered MARKED = new Remembered(character -> letters(LATIN.transliterate(character)));

    /** Two or three capitals after something in small letters. */
    private static final Pattern INITIALS =
            Pattern.compile("(?<rest>.*\\p{Ll}\\P{L}*[\\s,])(?<initials>\\p{Lu}{2,3})", Pattern.DOTALL);

    private Folding() {}

    /**
     * A name as it is written and, where its last word may be initials without full stops ("Smith JA"), so, too. Since
     * others write surnames in capitals ("Wei LI") neither is known to be meant.
     */
    static List<List<String>> readings(String name) {
        var plain = words(name);
        var run = INITIALS.matcher(name.strip());
        return run.matches()
                ? List.of(
                        plain,
                        words(run.group("rest") + " "
                                + String.join(" ", run.group("initials").split(""))))
                : List.of(plain);
    }

    /** The words of a name, in the order written. */
    public static List<String> words(String name) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean firstHan = true;
        int at = 0;
        while (at < name.length()) {
            int point = name.codePointAt(at);
            int next = at + Character.charCount(point);
            if (isHan(point)) {
                end(word, words);
                String pair = firstHan ? surnameOfTwo(name, at) : null;
                if (pair != null) {
                    words.addAll(List.of(HAN.transliterate(pair + NEIGHBOUR).split(" ", 3))
                            .subList(0, 2));
                    next = at + pair.length();
                } else {
                    words.add(firstHan ? FIRST.of(point) : LATER.of(point));
                }
                firstHan = false;
            } else if (point < 128) {
                if (Character.isLetterOrDigit(point)) {
                    word.append((char) Character.toLowerCase(point));
                } else if (point != '\'') {
                    end(word, words);
                }
            } else if (UnicodeScript.of(point) == UnicodeScript.LATIN) {
                word.append(MARKED.of(point));
            } else if (Character.isLetterOrDigit(point)) {
                int run = run(name, at);
                word.append(letters(OTHER.transliterate(name.substring(at, run))));
                next = run;
            } else if (!isMark(point) && !isApostrophe(point)) { // O’Brien is one word
                end(word, words);
            }
            at = next;
        }
        end(word, words);
        return words;
    }

    /** A text with traditional characters as simplified ones, in small letters: who writes alike is found first. */
    static String plain(String name) {
        var plain = new StringBuilder();
        name.codePoints().forEach(point -> plain.append(point < 128 ? Character.toString(point) : SIMPLE.of(point)));
        return plain.toString().toLowerCase(Locale.ROOT).strip();
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    private static String surnameOfTwo(String name, int at) {
        int second = at + Character.charCount(name.codePointAt(at));
        if (second >= name.length() || !isHan(name.codePointAt(second))) {
            return null;
        }
        // Character by character: what is remembered must not tell anybody's name.
        String pair = SIMPLE.of(name.codePointAt(at)) + SIMPLE.of(name.codePointAt(second));
        return SURNAMES_OF_TWO.contains(pair)
                ? name.substring(at, second + Character.charCount(name.codePointAt(second)))
                : null;
    }

    /** What ICU makes of single characters, in one place of a name. */
    private record Remembered(UnaryOperator<String> rule, AtomicReferenceArray<String> known) {
        private static final int CHARACTERS = 0x33480; // the last plane with Chinese characters ends before

        Remembered(UnaryOperator<String> rule) {
            this(rule, new AtomicReferenceArray<>(CHARACTERS));
        }

        String of(int point) {
            if (point >= CHARACTERS) {
                return rule.apply(Character.toString(point));
            }
            String before = known.get(point);
            if (before == null) {
                before = rule.apply(Character.toString(point));
                known.set(point, before);
            }
            return before;
        }
    }

    private static String letters(String text) {
        var letters = new StringBuilder();
        text.chars()
                .filter(letter -> letter < 128 && Character.isLetterOrDigit(letter))
                .forEach(letter -> letters.append((char) Character.toLowerCase(letter)));
        return letters.toString();
    }

    /** Where the letters that belong together end. */
    private static int run(String name, int from) {
        int at = from;
        while (at < name.length()) {
            int point = name.codePointAt(at);
            boolean goesOn = point >= 128
                    && !isHan(point)
                    && (Character.isLetterOrDigit(point) || isMark(point))
                    && UnicodeScript.of(point) != UnicodeScript.LATIN;
            if (!goesOn) {
                return at;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static boolean isHan(int point) {
        return point > 0x2E00 && UnicodeScript.of(point) == UnicodeScript.HAN && Character.isLetter(point);
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK || point == 'ー';
    }

    private static boolean isApostrophe(int point) {
        return point == '’' || point == 'ʼ' || point == '‘' || point == 'ʻ';
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
