package dev.tradesuite.gateway.route.web;

import dev.tradesuite.gateway.route.BackendService;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Answers the root path with what is behind this door. */
@Component
final class FrontPage implements RouterFunction<ServerResponse> {

    private final RouterFunction<ServerResponse> page;

    FrontPage(List<BackendService> services) {
        this.page = page(services);
    }

    @Override
    public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        return page.route(request);
    }

    private static RouterFunction<ServerResponse> page(List<BackendService> services) {
        Index index = new Index(
                "trade orchestration suite",
                "/docs",
                "/actuator/health",
                services.stream()
                        .map(service -> new Entry(service.name(), service.paths(), service.apiDocsPath()))
                        .toList());
        return RouterFunctions.route()
                .GET("/", _ -> ServerResponse.ok().bodyValue(index))
                .build();
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
