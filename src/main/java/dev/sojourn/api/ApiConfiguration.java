package dev.sojourn.api;

import dev.sojourn.api.body.BodyReader;
import dev.sojourn.api.parameter.OnlyKnownParameters;
import dev.sojourn.api.read.CsvAnswers;
import dev.sojourn.api.traffic.LargeAnswers;
import dev.sojourn.api.traffic.Turnstile;
import dev.sojourn.api.traffic.Unchanged;
import dev.sojourn.exchange.answer.AnswerJson;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How the interface reads and writes. */
@Configuration
class ApiConfiguration implements WebMvcConfigurer {
    private final Unchanged unchanged;
    private final Turnstile turnstile;
    private final LargeAnswers large;

    ApiConfiguration(Unchanged unchanged, Turnstile turnstile, LargeAnswers large) {
        this.unchanged = unchanged;
        this.turnstile = turnstile;
        this.large = large;
    }

    /** Ids, dates and names look the same on the web as in stored events. */
    @Bean
    JsonMapperBuilderCustomizer answers() {
        return AnswerJson::configure;
    }

    /** The head of the interface's description; its address is that of whoever serves it. */
    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Sojourn")
                        .version("1")
                        .description(
                                "Who worked where, when, and how we know: as the world was, and as we knew it. Errors are"
                                        + " RFC 9457 problem documents with a stable code."))
                .servers(List.of(new Server().url("/")));
    }

    /** In this order: a wrong question is told so, a known answer needs no place. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OnlyKnownParameters()).addPathPatterns("/api/**");
        registry.addInterceptor(unchanged).addPathPatterns("/api/**");
        registry.addInterceptor(turnstile).addPathPatterns("/api/**");
        registry.addInterceptor(large).addPathPatterns("/api/**");
    }

    /** Bodies of writes are read before JSON in general; CSV comes after JSON, which whoever asks for nothing gets. */
    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
        converters.configureMessageConvertersList(list -> {
            list.add(0, new BodyReader());
            list.add(new CsvAnswers());
        });
    }

    @Override
    public void configureContentNegotiation(ContentNegotiationConfigurer negotiation) {
        negotiation.strategies(List.of(ApiConfiguration::byEnding, new HeaderContentNegotiationStrategy()));
    }

    private static List<MediaType> byEnding(NativeWebRequest request) {
        var http = request.getNativeRequest(HttpServletRequest.class);
        return http != null && http.getRequestURI().endsWith(".csv")
                ? List.of(CsvAnswers.CSV)
                : ContentNegotiationStrategy.MEDIA_TYPE_ALL_LIST;
    }
}
