package dev.tradesuite.momentum.config;

import dev.tradesuite.momentum.selection.MomentumStrategy;
import dev.tradesuite.strategy.selection.Strategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The strategy of this controller. */
@Configuration(proxyBeanMethods = false)
class MomentumConfiguration {

    @Bean
    Strategy strategy() {
        return new MomentumStrategy();
    }
}
