package dev.tradesuite.support.client;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/**
 * Makes clients of services that are known by settings only, such as strategy controllers. Everybody else declares a
 * group.
 *
 * <p>Such a client has a pool, a time-out, the token of this service and named failures like those of a group, but no
 * breaker: every call finds out for itself whether the service is there. Make each client once.
 */
public final class ServiceClients implements DisposableBean {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

    private final Supplier<RestClient.Builder> http;
    private final ServiceTokens tokens;
    private final List<HttpComponentsClientHttpRequestFactory> pools = new CopyOnWriteArrayList<>();

    ServiceClients(Supplier<RestClient.Builder> http, ServiceTokens tokens) {
        this.http = http;
        this.tokens = tokens;
    }

    /**
     * A client.
     *
     * @param api interface with {@code @HttpExchange} methods
     * @param name of the service, for its failures
     * @param url its address
     * @param timeout longest wait for an answer; for a connection at most a second
     * @param atOnce most calls at the same time; the next one fails as OVERLOADED
     */
    public <T> T create(Class<T> api, String name, URI url, Duration timeout, int atOnce) {
        Duration connect = timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT;
        HttpComponentsClientHttpRequestFactory pool =
                GroupConfigurer.pool(new ClientSettings.Peer(url, timeout, connect, atOnce));
        pools.add(pool);
        RestClient client = http.get()
                .baseUrl(url)
                .requestFactory(pool)
                .requestInitializer(request -> request.getHeaders().setBearerAuth(tokens.current()))
                .build();
        CircuitBreaker never = CircuitBreaker.ofDefaults(name);
        never.transitionToDisabledState();
        Bulkhead bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(atOnce)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .exchangeAdapterDecorator(
                        exchange -> new GuardedExchange(exchange, name, tokens::current, never, bulkhead))
                .build()
                .createClient(api);
    }

    @Override
    public void destroy() throws Exception {
        for (HttpComponentsClientHttpRequestFactory pool : pools) {
            pool.destroy();
        }
    }
}
