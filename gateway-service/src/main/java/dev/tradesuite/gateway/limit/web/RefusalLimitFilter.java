package dev.tradesuite.gateway.limit.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.gateway.limit.RateLimitCaller;
import dev.tradesuite.gateway.limit.RateLimitResult;
import dev.tradesuite.gateway.limit.RateLimiter;
import dev.tradesuite.support.problem.ProblemException;
import dev.tradesuite.support.security.RecentTokens;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Counts what the gateway itself refuses: bad tokens and paths of nobody, which no route limits.
 *
 * <p>Beyond the limit of an address its unknown tokens are not even checked. A token that was good a moment ago, and
 * whatever needs none, is not held up by others at the same address.
 */
@Component
final class RefusalLimitFilter implements WebFilter, Ordered {

    private static final String BEARER = "Bearer ";

    private final RateLimiter limiter;
    private final RecentTokens tokens;

    RefusalLimitFilter(RateLimiter limiter, RecentTokens tokens) {
        this.limiter = limiter;
        this.tokens = tokens;
    }

    /** Before the filters of security. */
    @Override
    public int getOrder() {
        return -200;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        RateLimitCaller caller = new RateLimitCaller.Refused(RateLimitFilter.host(exchange));
        if (hasUnknownToken(exchange) && limiter.state(caller) instanceof RateLimitResult.Waits waits) {
            return RateLimitFilter.refuse(exchange, waits);
        }
        return chain.filter(exchange)
                .onErrorResume(
                        RefusalLimitFilter::isRefusal,
                        refusal -> limiter.request(caller) instanceof RateLimitResult.Waits waits
                                ? RateLimitFilter.refuse(exchange, waits)
                                : Mono.error(refusal));
    }

    private boolean hasUnknownToken(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .filter(header ->
                        tokens.known(header.substring(BEARER.length()).strip()).isEmpty())
                .isPresent();
    }

    private static boolean isRefusal(Throwable failure) {
        return switch (failure) {
            case ProblemException problem -> problem.code() == ProblemCode.UNAUTHORIZED;
            case ResponseStatusException status -> status.getStatusCode().value() == 404;
            default -> false;
        };
    }
}
