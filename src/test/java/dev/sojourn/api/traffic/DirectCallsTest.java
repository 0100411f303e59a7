package dev.sojourn.api.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sojourn.RunningServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

@DisplayName("A call that is found directly")
class DirectCallsTest {
    private final DirectCalls direct = RunningServer.open().context().getBean(DirectCalls.class);
    private final RequestMappingHandlerMapping asAlways = new RequestMappingHandlerMapping();

    DirectCallsTest() {
        var context = (ConfigurableApplicationContext) RunningServer.open().context();
        asAlways.setApplicationContext(context);
        asAlways.setEmbeddedValueResolver(context.getBeanFactory()::resolveEmbeddedValue);
        asAlways.setContentNegotiationManager(direct.getContentNegotiationManager());
        asAlways.afterPropertiesSet();
    }

    @Test
    void is_the_one_that_comparing_with_all_would_find_for_every_path_there_is() throws Exception {
        var paths = new ArrayList<String>();
        for (var info : asAlways.getHandlerMethods().keySet()) {
            for (String pattern : info.getPatternValues()) {
                paths.add(pattern.replaceAll("\\{[^}]+}", "x"));
            }
        }
        paths.addAll(List.of("/", "/api/v1/nothing", "/api/v1/cohorts/x/", "/api/v1/events/stream/x"));

        assertThat(paths).hasSizeGreaterThan(150);
        for (String path : paths) {
            for (String method : List.of("GET", "HEAD", "POST", "PUT")) {
                var one = request(method, path);
                var other = request(method, path);
                assertThat(found(direct, one)).as(method + " " + path).isEqualTo(found(asAlways, other));
                for (String attribute : List.of(
                        HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                        HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE,
                        HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE)) {
                    assertThat(one.getAttribute(attribute))
                            .as(method + " " + path + " " + attribute)
                            .isEqualTo(other.getAttribute(attribute));
                }
            }
        }
    }

    @Test
    void are_nearly_all_reads() {
        for (String path : List.of(
                "/",
                "/api/v1/figures",
                "/api/v1/researchers/x",
                "/api/v1/cohorts/x/retention.csv",
                "/api/v1/events/7")) {
            assertThat(direct.meant(request("GET", path))).as(path).isNotNull();
        }
    }

    private static MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        return request;
    }

    /** The method that answers, or what is said where there is none. */
    private static String found(HandlerMapping mapping, MockHttpServletRequest request) {
        try {
            var chain = mapping.getHandler(request);
            return chain == null
                    ? "none"
                    : ((HandlerMethod) chain.getHandler()).getMethod().toString();
        } catch (Exception refused) {
            return refused.toString();
        }
    }
}
