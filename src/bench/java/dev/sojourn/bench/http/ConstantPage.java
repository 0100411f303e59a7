package dev.sojourn.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The raw limit: the server that Sojourn uses, with the same settings, a controller that answers the same JSON always, and
 * nothing else: no login, no check, no question. In a process of its own.
 */
@SpringBootConfiguration
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@RestController
class ConstantPage {
    private static final int LENGTH = 1_500;
    private static final byte[] PAGE = ("{\"text\":\"" + "x".repeat(LENGTH) + "\"}").getBytes(StandardCharsets.UTF_8);

    @GetMapping(path = "/constant", produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] page() {
        return PAGE;
    }

    public static void main(String[] arguments) {
        var context = (ServletWebServerApplicationContext) new SpringApplicationBuilder(ConstantPage.class)
                .web(WebApplicationType.SERVLET)
                .properties(Map.of("server.address", "127.0.0.1", "server.port", "0"))
                .run();
        System.out.println(
                "answers at http://127.0.0.1:" + context.getWebServer().getPort());
    }
}
