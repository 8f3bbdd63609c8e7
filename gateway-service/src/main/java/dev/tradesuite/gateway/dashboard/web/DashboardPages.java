package dev.tradesuite.gateway.dashboard.web;

import dev.tradesuite.gateway.dashboard.ContentPolicy;
import dev.tradesuite.gateway.dashboard.ContentPolicy.Framing;
import dev.tradesuite.gateway.dashboard.DashboardSettings;
import dev.tradesuite.gateway.dashboard.web.DashboardFiles.StaticFile;
import dev.tradesuite.support.security.OpenReads;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * The app at {@code /} for browsers and at every path below {@code /app}, its files, and what it has to know before
 * anybody has signed in.
 */
@Component
@Order(0) // Before the page that answers the root path to everybody else.
final class DashboardPages implements RouterFunction<ServerResponse> {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Duration LONG = Duration.ofDays(365);

    private final DashboardFiles files;
    private final ContentPolicy policy;
    private final DashboardSettings settings;
    private final OpenReads reads;
    private final Clock clock;
    private final RouterFunction<ServerResponse> pages;

    DashboardPages(
            DashboardFiles files, ContentPolicy policy, DashboardSettings settings, OpenReads reads, Clock clock) {
        this.files = files;
        this.policy = policy;
        this.settings = settings;
        this.reads = reads;
        this.clock = clock;
        this.pages = pages();
    }

    /**
     * What the app has to know.
     *
     * @param issuer where one signs in
     * @param clientId the app asks as
     * @param openReads whether the models and the feed can be read here without a token
     * @param grafana where the metrics are drawn; absent where they are not
     * @param serverTime now; ages are told by it
     */
    private record AppConfig(
            URI issuer, String clientId, boolean openReads, @Nullable URI grafana, Instant serverTime) {}

    @Override
    public Mono<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        return pages.route(request);
    }

    private RouterFunction<ServerResponse> pages() {
        return RouterFunctions.route()
                .GET("/", DashboardPages::wantsPage, request -> page(request, "index.html", Framing.NOBODY))
                .GET("/app/config.json", this::config)
                .GET("/app/renew", request -> page(request, "renew.html", Framing.OWN))
                .GET("/app/assets/{name}", request -> asset("assets/" + request.pathVariable("name")))
                .GET("/app/{name:[A-Za-z0-9_-]+\\.[a-z0-9]+}", request -> file(request.pathVariable("name")))
                .GET("/app", request -> page(request, "index.html", Framing.NOBODY))
                .GET("/app/**", request -> page(request, "index.html", Framing.NOBODY))
                .build();
    }

    /** A browser names HTML; a program that takes anything does not. */
    private static boolean wantsPage(ServerRequest request) {
        return request.headers().accept().stream().anyMatch(MediaType.TEXT_HTML::equalsTypeAndSubtype);
    }

    private Mono<ServerResponse> config(ServerRequest request) {
        String host = Objects.requireNonNullElse(request.uri().getHost(), "");
        return ServerResponse.ok()
                .cacheControl(CacheControl.noStore())
                .bodyValue(new AppConfig(
                        settings.issuer(),
                        settings.clientId(),
                        reads.isOpenTo(host),
                        settings.grafana(),
                        clock.instant()));
    }

    private Mono<ServerResponse> page(ServerRequest request, String name, Framing framing) {
        byte[] content = files.find(name).map(StaticFile::content).orElseGet(MissingDashboard::page);
        return ServerResponse.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .header("Content-Security-Policy", policy.of(host(request), isSecure(request), framing))
                .header("X-Frame-Options", framing == Framing.OWN ? "SAMEORIGIN" : "DENY")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .bodyValue(content);
    }

    private static String host(ServerRequest request) {
        return Objects.requireNonNullElse(request.headers().firstHeader(HttpHeaders.HOST), "");
    }

    /** A proxy before this door may have ended the encryption. */
    private static boolean isSecure(ServerRequest request) {
        return "https".equalsIgnoreCase(request.uri().getScheme())
                || "https".equalsIgnoreCase(request.headers().firstHeader("X-Forwarded-Proto"));
    }

    /** Its name changes with its content. */
    private Mono<ServerResponse> asset(String name) {
        return answer(name, CacheControl.maxAge(LONG).cachePublic().immutable());
    }

    private Mono<ServerResponse> file(String name) {
        return answer(name, CacheControl.noCache());
    }

    private Mono<ServerResponse> answer(String name, CacheControl cache) {
        return files.find(name)
                .map(file -> ServerResponse.ok()
                        .contentType(file.type())
                        .cacheControl(cache)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Referrer-Policy", "no-referrer")
                        .bodyValue(file.content()))
                .orElseGet(() -> Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }
}
