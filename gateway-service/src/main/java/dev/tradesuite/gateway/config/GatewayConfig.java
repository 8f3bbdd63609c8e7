package dev.tradesuite.gateway.config;

import dev.tradesuite.gateway.limit.RateLimiter;
import dev.tradesuite.gateway.route.BackendService;
import io.github.bucket4j.TimeMeter;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the objects of the gateway from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GatewaySettings.class)
class GatewayConfig {

    @Bean
    List<BackendService> backendServices(GatewaySettings settings) {
        return settings.backendServices();
    }

    @Bean
    RateLimiter rateLimiter(GatewaySettings settings) {
        return new RateLimiter(settings.rateLimit(), TimeMeter.SYSTEM_NANOTIME);
    }
}
