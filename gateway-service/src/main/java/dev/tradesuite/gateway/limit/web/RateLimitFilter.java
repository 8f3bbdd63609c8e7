package dev.tradesuite.gateway.limit.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.gateway.limit.RateLimitCaller;
import dev.tradesuite.gateway.limit.RateLimitResult;
import dev.tradesuite.gateway.limit.RateLimiter;
import dev.tradesuite.support.problem.ProblemException;
import java.net.InetSocketAddress;
import java.security.Principal;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** First of the filters of every route; the gateway's own pages and its health are not limited. */
@Component
final class RateLimitFilter implements GlobalFilter, Ordered {

    private final RateLimiter limiter;

    RateLimitFilter(RateLimiter limiter) {
        this.limiter = limiter;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getPrincipal()
                .map(RateLimitFilter::subject)
                .switchIfEmpty(Mono.fromSupplier(() -> address(exchange)))
                .flatMap(client -> switch (limiter.request(client)) {
                    case RateLimitResult.Passes() -> chain.filter(exchange);
                    case RateLimitResult.Waits waits -> refuse(exchange, waits);
                });
    }

    private static RateLimitCaller subject(Principal principal) {
        return new RateLimitCaller.Subject(principal.getName());
    }

    private static RateLimitCaller address(ServerWebExchange exchange) {
        return new RateLimitCaller.Address(host(exchange));
    }

    /** Where the client connects from. */
    static String host(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null ? "unknown" : remote.getHostString();
    }

    /** Tells the client how long to wait. */
    static Mono<Void> refuse(ServerWebExchange exchange, RateLimitResult.Waits waits) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(waits.seconds()));
        return Mono.error(new ProblemException(
                ProblemCode.RATE_LIMITED, "Too many requests of this client; wait %d s".formatted(waits.seconds())));
    }
}
