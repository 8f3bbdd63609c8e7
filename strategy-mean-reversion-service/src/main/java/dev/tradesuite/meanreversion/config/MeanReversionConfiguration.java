package dev.tradesuite.meanreversion.config;

import dev.tradesuite.meanreversion.selection.MeanReversionStrategy;
import dev.tradesuite.strategy.selection.Strategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The strategy of this controller. */
@Configuration(proxyBeanMethods = false)
class MeanReversionConfiguration {

    @Bean
    Strategy strategy() {
        return new MeanReversionStrategy();
    }
}
