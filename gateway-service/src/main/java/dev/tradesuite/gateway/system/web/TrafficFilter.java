package dev.tradesuite.gateway.system.web;

import dev.tradesuite.gateway.system.ServiceTraffic;
import java.time.Duration;
import java.util.Optional;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;

/** Counts every request by the service it went to. A WebSocket is as long as its client stays, and is not counted. */
@Component
final class TrafficFilter implements GlobalFilter, Ordered {

    private final ServiceTraffic traffic;

    TrafficFilter(ServiceTraffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Optional<String> service = Optional.<Route>ofNullable(
                        exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR))
                .map(Route::getId);
        if (service.isEmpty() || exchange.getRequest().getHeaders().getUpgrade() != null) {
            return chain.filter(exchange);
        }
        long begun = System.nanoTime();
        return chain.filter(exchange).doFinally(end -> {
            // Who has gone away says nothing about the service.
            if (end != SignalType.CANCEL) {
                HttpStatusCode status = exchange.getResponse().getStatusCode();
                boolean failed = end == SignalType.ON_ERROR || (status != null && status.is5xxServerError());
                traffic.count(service.get(), Duration.ofNanos(System.nanoTime() - begun), failed);
            }
        });
    }

    /** Around all others, so that everything on the way is in the time. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
