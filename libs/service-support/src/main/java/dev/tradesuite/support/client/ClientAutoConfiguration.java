package dev.tradesuite.support.client;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

/** The declarative HTTP clients of a service. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.restclient.autoconfigure.RestClientAutoConfiguration",
            "io.github.resilience4j.springboot.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration",
            "io.github.resilience4j.springboot.bulkhead.autoconfigure.BulkheadAutoConfiguration"
        })
@EnableConfigurationProperties(ClientSettings.class)
public class ClientAutoConfiguration {

    @Bean
    ServiceTokens serviceTokens(RestClient.Builder http, ClientSettings settings, Clock clock) {
        ClientSettings.Peer issuer = new ClientSettings.Peer(
                settings.serviceClient().tokenUri(), Duration.ofSeconds(2), Duration.ofSeconds(1), 4);
        return new ServiceTokens(
                http.requestFactory(GroupConfigurer.pool(issuer)).build(), settings.serviceClient(), clock);
    }

    @Bean
    GroupConfigurer groupConfigurer(
            ClientSettings settings,
            ServiceTokens tokens,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads) {
        return new GroupConfigurer(settings, tokens, breakers, bulkheads);
    }

    @Bean
    ServiceClients serviceClients(ObjectProvider<RestClient.Builder> http, ServiceTokens tokens) {
        return new ServiceClients(http::getObject, tokens);
    }
}
