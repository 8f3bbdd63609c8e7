package dev.tradesuite.support.client;

import dev.tradesuite.support.boot.ConfigMistake;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.util.TimeValue;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;
import org.springframework.web.service.registry.HttpServiceGroup;

/** Gives every group its address, pool, time-outs, token, breaker and bulkhead. */
final class GroupConfigurer implements RestClientHttpServiceGroupConfigurer, DisposableBean {

    private final ClientSettings settings;
    private final ServiceTokens tokens;
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;
    private final Map<String, HttpComponentsClientHttpRequestFactory> pools = new ConcurrentHashMap<>();

    GroupConfigurer(
            ClientSettings settings,
            ServiceTokens tokens,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads) {
        this.settings = settings;
        this.tokens = tokens;
        this.breakers = breakers;
        this.bulkheads = bulkheads;
    }

    @Override
    public void configureGroups(Groups<RestClient.Builder> groups) {
        groups.forEachClient((group, client) -> {
            ClientSettings.Peer peer = peer(group);
            if (peer.url() != null) {
                client.baseUrl(peer.url());
            }
            client.requestFactory(pools.computeIfAbsent(group.name(), _ -> pool(peer)))
                    .requestInitializer(request -> request.getHeaders().setBearerAuth(tokens.current()));
        });
        groups.forEachProxyFactory((group, factory) -> factory.exchangeAdapterDecorator(exchange -> new GuardedExchange(
                exchange,
                group.name(),
                tokens::current,
                breakers.circuitBreaker(group.name()),
                bulkheads.bulkhead(group.name()))));
    }

    @Override
    public void destroy() throws Exception {
        for (HttpComponentsClientHttpRequestFactory pool : pools.values()) {
            pool.destroy();
        }
    }

    private ClientSettings.Peer peer(HttpServiceGroup group) {
        ClientSettings.Peer peer = settings.services().get(group.name());
        if (peer == null) {
            throw new ConfigMistake(
                    "suite.services.%s.url is not set".formatted(group.name()),
                    "Set it to the address of the service, such as http://localhost:8001.");
        }
        return peer;
    }

    /** A pool whose connections are checked before use when they were idle: the service may have restarted. */
    static HttpComponentsClientHttpRequestFactory pool(ClientSettings.Peer peer) {
        return ClientHttpRequestFactoryBuilder.httpComponents()
                .withConnectionManagerCustomizer(connections ->
                        connections.setMaxConnTotal(peer.connections()).setMaxConnPerRoute(peer.connections()))
                .withConnectionConfigCustomizer(
                        connection -> connection.setValidateAfterInactivity(TimeValue.ofMilliseconds(500)))
                .withDefaultRequestConfigCustomizer(request -> request.setConnectionRequestTimeout(
                                peer.timeout().toMillis(), TimeUnit.MILLISECONDS)
                        .setResponseTimeout(peer.timeout().toMillis(), TimeUnit.MILLISECONDS))
                .withHttpClientCustomizer(client -> client
                        // A repeated call could act twice; whether to repeat is the caller's decision.
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableRedirectHandling())
                .build(HttpClientSettings.defaults()
                        .withConnectTimeout(peer.connectTimeout())
                        .withReadTimeout(peer.timeout()));
    }
}
