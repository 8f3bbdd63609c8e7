package dev.tradesuite.signals.price;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the newest prices together. */
@Configuration(proxyBeanMethods = false)
class PriceConfig {

    @Bean
    LivePrices livePrices(Clock clock) {
        return new LivePrices(clock);
    }
}
