package dev.tradesuite.support.strategy;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** The mapping of the strategies, made when a service asks for it. */
@AutoConfiguration
public class StrategyAutoConfiguration {

    @Bean
    @Lazy
    StrategyAddresses strategyAddresses(Environment environment) {
        return StrategyAddresses.of(environment);
    }
}
