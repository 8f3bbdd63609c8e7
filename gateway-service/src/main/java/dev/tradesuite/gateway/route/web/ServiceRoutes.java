package dev.tradesuite.gateway.route.web;

import dev.tradesuite.gateway.route.BackendService;
import dev.tradesuite.gateway.route.BackendService.PathChange;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.GatewayFilterSpec;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two routes for each service: its paths, as they are, and the description of its API under its name. */
@Component
final class ServiceRoutes implements RouteLocator {

    /** A service describes its API anew at the first request after its start. */
    private static final Duration DESCRIPTION_TIMEOUT = Duration.ofSeconds(30);

    private final JsonMapper json;
    private final RouteLocator routes;

    ServiceRoutes(RouteLocatorBuilder builder, List<BackendService> services, JsonMapper json) {
        this.json = json;
        this.routes = routes(builder, services);
    }

    @Override
    public Flux<Route> getRoutes() {
        return routes.getRoutes();
    }

    private RouteLocator routes(RouteLocatorBuilder builder, List<BackendService> services) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (BackendService service : services) {
            routes.route(service.name(), route -> route.path(service.paths().toArray(String[]::new))
                    .and()
                    .predicate(exchange -> !isInternal(service, exchange))
                    .filters(filters -> changed(atTheDoor(filters), service))
                    .metadata(
                            RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR,
                            service.responseTimeout().toMillis())
                    .uri(service.url()));
            routes.route(service.name() + "-api-docs", route -> route.path(service.apiDocsPath())
                    .and()
                    .method(HttpMethod.GET)
                    .filters(filters -> atTheDoor(filters)
                            .setPath("/v3/api-docs")
                            .modifyResponseBody(
                                    String.class,
                                    String.class,
                                    (_, description) -> Mono.just(servedHere(description, service))))
                    .metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, DESCRIPTION_TIMEOUT.toMillis())
                    .uri(service.url()));
        }
        return routes.build();
    }

    private static boolean isInternal(BackendService service, ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().elements().stream()
                .map(element ->
                        element instanceof PathContainer.PathSegment segment ? segment.valueToMatch() : element.value())
                .collect(Collectors.joining());
        return service.isInternal(exchange.getRequest().getMethod().name(), path);
    }

    /** The gateway has answered for the browser's origin; a second answer by the service would spoil the first. */
    private static GatewayFilterSpec atTheDoor(GatewayFilterSpec filters) {
        return filters.removeRequestHeader(HttpHeaders.ORIGIN).filter(ServiceRoutes::varyOnce);
    }

    /** Both name what an answer varies by. Before they are sent: a WebSocket has sent them when its route ends. */
    private static Mono<Void> varyOnce(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    List<String> values = headers.getOrEmpty(HttpHeaders.VARY);
                    if (values.size() > 1) {
                        headers.put(HttpHeaders.VARY, values.stream().distinct().toList());
                    }
                }));
        return chain.filter(exchange);
    }

    private static GatewayFilterSpec changed(GatewayFilterSpec filters, BackendService service) {
        return service.change()
                .map(change -> filters.rewritePath(
                        "^" + Pattern.quote(change.here()) + "(?=/|$)", Matcher.quoteReplacement(change.there())))
                .orElse(filters);
    }

    /** The description names the service's own address and paths; who reads it here is to call the gateway. */
    private String servedHere(@Nullable String description, BackendService service) {
        if (json.readTree(description == null ? "" : description) instanceof ObjectNode api) {
            api.putArray("servers").addObject().put("url", "/");
            service.change().ifPresent(change -> api.set("paths", servedHere(api.path("paths"), change)));
            return json.writeValueAsString(api);
        }
        return String.valueOf(description);
    }

    private ObjectNode servedHere(JsonNode paths, PathChange change) {
        ObjectNode here = json.createObjectNode();
        paths.properties().forEach(path -> {
            String there = path.getKey();
            boolean changed = there.startsWith(change.there() + "/");
            here.set(changed ? change.here() + there.substring(change.there().length()) : there, path.getValue());
        });
        return here;
    }
}
