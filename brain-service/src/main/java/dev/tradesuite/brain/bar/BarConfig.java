package dev.tradesuite.brain.bar;

import dev.tradesuite.brain.candle.CandleReader;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.model.bar.BarModels;
import dev.tradesuite.brain.model.overlay.OverlayService;
import dev.tradesuite.instruments.InstrumentCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the signals on closed bars together. */
@Configuration(proxyBeanMethods = false)
class BarConfig {

    @Bean
    BarJudge barJudge(BarModels models, InstrumentCatalog catalog, CandleStore candles) {
        return new BarJudge(models, catalog, new DollarRates(catalog, candles));
    }

    @Bean
    BarSignalService barSignalService(
            BarJudge judge,
            CandleReader candles,
            OverlayService overlay,
            BarSignalEvents events,
            BarSettings settings) {
        return new BarSignalService(judge, candles, overlay, events, settings);
    }

    @Bean
    BarReplayService barReplayService(BarJudge judge, CandleReader candles) {
        return new BarReplayService(judge, candles);
    }
}
