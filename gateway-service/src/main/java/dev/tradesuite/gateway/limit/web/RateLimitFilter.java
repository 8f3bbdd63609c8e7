package dev.tradesuite.gateway.limit.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.gateway.limit.Client;
import dev.tradesuite.gateway.limit.RateLimiter;
import dev.tradesuite.gateway.limit.Verdict;
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
                    case Verdict.Passes() -> chain.filter(exchange);
                    case Verdict.Waits waits -> refuse(exchange, waits);
                });
    }

    private static Client subject(Principal principal) {
        return new Client.Subject(principal.getName());
    }

    private static Client address(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return new Client.Address(remote == null ? "unknown" : remote.getHostString());
    }

    private static Mono<Void> refuse(ServerWebExchange exchange, Verdict.Waits waits) {
        exchange.getResponse().getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(waits.seconds()));
        return Mono.error(new ProblemException(
                ProblemCode.RATE_LIMITED, "Too many requests of this client; wait %d s".formatted(waits.seconds())));
    }
}
