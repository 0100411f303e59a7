package dev.sojourn.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The page of figures in a browser")
class FiguresPageInBrowserTest {

    @TempDir
    private Path profile;

    @Test
    void loads_in_each_language_and_breaks_no_rule_of_its_own_security_policy() throws Exception {
        var browser = Browser.onThisMachine(profile);
        String home = "http://127.0.0.1:" + RunningServer.open().port() + "/";

        var english = browser.load(home, 1360);
        var traditional = browser.load(home + "?lang=zh-Hant", 360);
        var simplified = browser.load(home + "?lang=zh-Hans", 360);

        assertThat(english.html()).contains("published values reproduced").contains("retained-87");
        assertThat(traditional.html()).contains("<h1>圖表</h1>").contains("retained-87");
        assertThat(simplified.html()).contains("<h1>图表</h1>").contains("retained-87");
        assertThat(english.complaints()).isEmpty();
        assertThat(traditional.complaints()).isEmpty();
        assertThat(simplified.complaints()).isEmpty();
    }
}
