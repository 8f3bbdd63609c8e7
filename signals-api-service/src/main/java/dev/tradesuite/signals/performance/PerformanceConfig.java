package dev.tradesuite.signals.performance;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.signals.equity.CurveStore;
import dev.tradesuite.signals.series.BarCloseStore;
import dev.tradesuite.signals.series.SeriesSettings;
import dev.tradesuite.signals.trade.TradeStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the comparison and the details together. */
@Configuration(proxyBeanMethods = false)
class PerformanceConfig {

    @Bean
    MarketSampling marketSampling(InstrumentCatalog catalog, MarketHours hours) {
        return new MarketSampling(catalog, hours);
    }

    @Bean
    PerformanceService performanceService(
            CurveStore curves, TradeStore trades, PerformanceStore kept, MarketSampling sampling) {
        return new PerformanceService(new PerformanceStores(curves, trades, kept), sampling);
    }

    @Bean
    PerformanceDetailService performanceDetailService(
            CurveStore curves, BarCloseStore closes, MarketSampling sampling, SeriesSettings settings) {
        return new PerformanceDetailService(curves, closes, sampling, settings.zone());
    }
}
