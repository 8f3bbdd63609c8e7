package dev.tradesuite.gateway.route.web;

import static org.springframework.web.reactive.function.server.RouterFunctions.route;

import dev.tradesuite.gateway.route.BackendService;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/** Answers the root path with what is behind this door. */
@Configuration(proxyBeanMethods = false)
class FrontPage {

    @Bean
    RouterFunction<ServerResponse> index(List<BackendService> services) {
        Index index = new Index(
                "trade orchestration suite",
                "/docs",
                "/actuator/health",
                services.stream()
                        .map(service -> new Entry(service.name(), service.paths(), service.apiDocsPath()))
                        .toList());
        return route().GET("/", _ -> ServerResponse.ok().bodyValue(index)).build();
    }

    /**
     * What the root path answers.
     *
     * @param name of the suite
     * @param docs page with the API of every service
     * @param health of the gateway
     * @param services what is behind it
     */
    private record Index(String name, String docs, String health, List<Entry> services) {}

    /**
     * A service.
     *
     * @param name service
     * @param paths it answers
     * @param apiDocs description of its API
     */
    private record Entry(String name, List<String> paths, String apiDocs) {}
}
