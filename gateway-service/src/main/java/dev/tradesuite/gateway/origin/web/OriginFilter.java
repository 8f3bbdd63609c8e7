package dev.tradesuite.gateway.origin.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Opens a WebSocket for pages of this address and of the allowed origins, and for programs, which name none.
 *
 * <p>No service behind can: the routes take the header away.
 */
@Component
final class OriginFilter implements WebFilter, Ordered {

    private final CorsConfiguration rules;

    OriginFilter(CorsConfiguration rules) {
        this.rules = rules;
    }

    /** Before the filters of security, which would answer in another format. */
    @Override
    public int getOrder() {
        return -150;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String origin = request.getHeaders().getOrigin();
        if (origin == null || !isUpgrade(request) || isOwn(origin, request) || rules.checkOrigin(origin) != null) {
            return chain.filter(exchange);
        }
        return Mono.error(new ProblemException(
                ProblemCode.ORIGIN_NOT_ALLOWED, "A page of this origin may not open a WebSocket here"));
    }

    private static boolean isUpgrade(ServerHttpRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeaders().getFirst(HttpHeaders.UPGRADE));
    }

    /** The address it was sent to; a proxy before this door may have ended the encryption. */
    private static boolean isOwn(String origin, ServerHttpRequest request) {
        String host = request.getHeaders().getFirst(HttpHeaders.HOST);
        return origin.equalsIgnoreCase("http://" + host) || origin.equalsIgnoreCase("https://" + host);
    }
}
