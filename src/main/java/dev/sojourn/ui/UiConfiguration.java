package dev.sojourn.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** In which language pages are: {@code ?lang=} if given, else what the browser asks for; no cookie is set. */
@Configuration
class UiConfiguration {
    /** The languages there are texts in; the first is for everybody else. */
    static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("zh-Hant"), Locale.forLanguageTag("zh-Hans"));

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    private static final class Languages extends AcceptHeaderLocaleResolver {
        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            String asked = request.getParameter("lang");
            for (Locale language : LANGUAGES) {
                if (language.toLanguageTag().equals(asked)) {
                    return language;
                }
            }
            return known(request.getLocale());
        }

        @Override
        public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
            throw new UnsupportedOperationException("the language is part of the address");
        }

        /** Taiwan, Hong Kong and Macau write traditional characters, unless they say otherwise. */
        private static Locale known(Locale asked) {
            if (!asked.getLanguage().equals("zh")) {
                return LANGUAGES.get(0);
            }
            boolean traditional = asked.getScript().equals("Hant")
                    || (asked.getScript().isEmpty() && List.of("TW", "HK", "MO").contains(asked.getCountry()));
            return LANGUAGES.get(traditional ? 1 : 2);
        }
    }
}
