package dev.sojourn.api.traffic;

import java.util.ArrayList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Puts {@link DirectCalls} and {@link DirectAnswers} where Spring finds and answers calls. */
@Component
final class ShortWays implements WebMvcRegistrations {
    private final ObjectProvider<JsonMapper> mapper;
    private final ObjectProvider<ResponseBodyAdvice<Object>> before;

    ShortWays(ObjectProvider<JsonMapper> mapper, ObjectProvider<ResponseBodyAdvice<Object>> before) {
        this.mapper = mapper;
        this.before = before;
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new DirectCalls();
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            public void afterPropertiesSet() {
                super.afterPropertiesSet();
                var all = getReturnValueHandlers();
                var handlers = new ArrayList<>(all);
                handlers.add(
                        0,
                        new DirectAnswers(
                                mapper.getObject(), before.orderedStream().toList(), all));
                setReturnValueHandlers(handlers);
            }
        };
    }
}
