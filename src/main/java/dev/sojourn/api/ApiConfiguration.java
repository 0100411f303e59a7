package dev.sojourn.api;

import dev.sojourn.event.EventJson;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JacksonModule;

/** How the interface reads and writes. */
@Configuration
class ApiConfiguration implements WebMvcConfigurer {
    /** Ids, dates and names look the same on the web as in stored events. */
    @Bean
    JacksonModule values() {
        return EventJson.values();
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new OnlyKnownParameters()).addPathPatterns("/api/**");
    }
}
