package dev.sojourn.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The texts of the pages")
class MessagesTest {
    @ParameterizedTest
    @ValueSource(strings = {"zh_Hant", "zh_Hans"})
    void have_the_same_keys_in_every_language(String language) throws IOException {
        var english = load("/messages.properties");
        var translated = load("/messages_" + language + ".properties");

        assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(translated.values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 'de-DE,de;q=0.9', Figures, en",
        "'', 'zh-TW', 圖表, zh-Hant",
        "'', 'zh-CN', 图表, zh-Hans",
        "?lang=zh-Hant, 'zh-CN', 圖表, zh-Hant",
        "?lang=klingon, 'zh-HK', 圖表, zh-Hant"
    })
    void follow_the_address_then_the_browser(String query, String browser, String title, String language) {
        String page = RunningServer.open()
                .get("/" + query, request -> request.header("Accept-Language", browser))
                .body();

        assertThat(page)
                .contains("<h1>" + title + "</h1>", "<html lang=\"" + language + "\"")
                .doesNotContain("??");
    }

    @Test
    void are_on_a_page_without_inline_script_or_style() {
        String page = RunningServer.open().get("/").body();

        assertThat(page).doesNotContain("<script", "style=", "<style", "onclick");
    }

    private static Properties load(String name) throws IOException {
        var texts = new Properties();
        try (var file = MessagesTest.class.getResourceAsStream(name)) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
