package dev.tradesuite.arbitrage.config;

import dev.tradesuite.arbitrage.selection.ArbitrageStrategy;
import dev.tradesuite.strategy.selection.Strategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The strategy of this controller. */
@Configuration(proxyBeanMethods = false)
class ArbitrageConfiguration {

    @Bean
    Strategy strategy() {
        return new ArbitrageStrategy();
    }
}
