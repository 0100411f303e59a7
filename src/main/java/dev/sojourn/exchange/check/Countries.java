package dev.sojourn.exchange.check;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Guesses which country somebody meant, to suggest its code. */
final class Countries {

    private static final Map<String, String> BY_WORD = words();

    private Countries() {}

    /** What to write instead, as a piece of advice. */
    static String advice(String text) {
        String code = BY_WORD.get(text.strip().toLowerCase(Locale.ROOT));
        return code == null
                ? "write an ISO 3166-1 code of two capital letters, or leave the cell empty if it is not known"
                : "write " + code;
    }

    /** Codes in small letters, codes of three letters, English names, and what people write all the same. */
    private static Map<String, String> words() {
        var words = new HashMap<String, String>();
        for (String code : Locale.getISOCountries()) {
            var country = new Locale.Builder().setRegion(code).build();
            words.put(code.toLowerCase(Locale.ROOT), code);
            words.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            words.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
        }
        words.put("uk", "GB");
        words.put("england", "GB");
        words.put("scotland", "GB");
        words.put("great britain", "GB");
        words.put("u.k.", "GB");
        words.put("u.s.", "US");
        words.put("u.s.a.", "US");
        words.put("united states of america", "US");
        words.put("el", "GR");
        words.put("korea", "KR");
        words.put("russia", "RU");
        words.put("hong kong", "HK");
        words.put("macau", "MO");
        return words;
    }
}
