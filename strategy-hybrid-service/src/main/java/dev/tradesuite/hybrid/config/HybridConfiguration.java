package dev.tradesuite.hybrid.config;

import dev.tradesuite.hybrid.selection.HybridStrategy;
import dev.tradesuite.strategy.selection.Strategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The strategy of this controller. */
@Configuration(proxyBeanMethods = false)
class HybridConfiguration {

    @Bean
    Strategy strategy() {
        return new HybridStrategy();
    }
}
