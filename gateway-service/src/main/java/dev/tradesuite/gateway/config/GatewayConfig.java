package dev.tradesuite.gateway.config;

import dev.tradesuite.gateway.limit.RateLimiter;
import dev.tradesuite.gateway.route.BackendService;
import dev.tradesuite.support.strategy.StrategyAddresses;
import io.github.bucket4j.TimeMeter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the objects of the gateway from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class GatewayConfig {

    @Bean
    List<BackendService> backendServices(GatewaySettings settings, StrategyAddresses strategies) {
        List<BackendService> services = new ArrayList<>(settings.backendServices());
        strategies.types().forEach(type -> strategies
                .of(type)
                .map(url -> BackendService.strategy(type, url, settings.cycleTimeout()))
                .ifPresent(services::add));
        return List.copyOf(services);
    }

    @Bean
    RateLimiter rateLimiter(GatewaySettings settings) {
        return new RateLimiter(settings.rateLimit(), TimeMeter.SYSTEM_NANOTIME);
    }
}
