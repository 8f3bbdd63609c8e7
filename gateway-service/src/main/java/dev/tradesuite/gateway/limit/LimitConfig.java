package dev.tradesuite.gateway.limit;

import io.github.bucket4j.TimeMeter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the limit from its settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateLimitSettings.class)
class LimitConfig {

    @Bean
    RateLimiter rateLimiter(RateLimitSettings settings) {
        return new RateLimiter(settings, TimeMeter.SYSTEM_NANOTIME);
    }
}
