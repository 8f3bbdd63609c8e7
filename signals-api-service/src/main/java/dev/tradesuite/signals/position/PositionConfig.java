package dev.tradesuite.signals.position;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.price.LivePrices;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the open positions together. */
@Configuration(proxyBeanMethods = false)
class PositionConfig {

    @Bean
    HeldPositionService heldPositionService(
            PositionStore store, LivePrices prices, InstrumentCatalog catalog, Clock clock) {
        return new HeldPositionService(store, prices, catalog, clock);
    }
}
