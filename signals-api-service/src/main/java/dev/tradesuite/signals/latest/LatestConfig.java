package dev.tradesuite.signals.latest;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.signals.price.LivePrices;
import dev.tradesuite.signals.series.SeriesStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the newest signals together. */
@Configuration(proxyBeanMethods = false)
class LatestConfig {

    @Bean
    LatestMemory latestMemory(SeriesStore series, LatestStore latest) {
        return new LatestMemory(series, latest, System::nanoTime);
    }

    @Bean
    LatestSignalService latestSignalService(
            LatestMemory memory, LivePrices prices, InstrumentCatalog catalog, MarketHours hours, Clock clock) {
        return new LatestSignalService(memory.signals(), prices, catalog, hours, clock);
    }
}
