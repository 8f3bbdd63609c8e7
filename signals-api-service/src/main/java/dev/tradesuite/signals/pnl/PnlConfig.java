package dev.tradesuite.signals.pnl;

import dev.tradesuite.signals.series.SeriesSettings;
import dev.tradesuite.signals.trade.TradeStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts profit and loss together. */
@Configuration(proxyBeanMethods = false)
class PnlConfig {

    @Bean
    ProfitAndLossService profitAndLossService(TradeStore store, SeriesSettings settings, Clock clock) {
        return new ProfitAndLossService(store, settings.zone(), clock);
    }
}
