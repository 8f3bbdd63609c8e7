package dev.tradesuite.brain.config;

import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.indicator.AnalysisCache;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.brain.signal.SignalDecider;
import dev.tradesuite.brain.signal.SignalReplay;
import dev.tradesuite.brain.signal.SignalSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the decision together. */
@Configuration(proxyBeanMethods = false)
class SignalConfiguration {

    @Bean
    SignalSettings signalSettings(SignalProperties properties) {
        return properties.toSettings();
    }

    @Bean
    CandleAnalyst candleAnalyst(SignalSettings settings) {
        return new CandleAnalyst(settings.fibonacci(), settings.maxFlatShare());
    }

    @Bean
    SignalDecider signalDecider(
            SignalSettings settings,
            CandleStore store,
            CandleAnalyst analyst,
            SignalProperties properties,
            OpinionBoard board,
            Clock clock) {
        AnalysisCache analyses = new AnalysisCache(analyst, properties.rememberedAnalyses());
        return new SignalDecider(settings, store::closedBefore, analyses, board, clock);
    }

    @Bean
    SignalReplay signalReplay(SignalSettings settings, CandleStore store, CandleAnalyst analyst, Clock clock) {
        return new SignalReplay(settings, store, analyst, clock);
    }
}
