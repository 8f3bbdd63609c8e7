package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.model.TradingModels;
import dev.tradesuite.support.boot.ConfigMistake;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the decision together. */
@Configuration(proxyBeanMethods = false)
class SignalConfig {

    @Bean
    SignalService signalService(
            SignalSettings settings, TradingModels models, CandleStore store, OpinionBoard board, Clock clock) {
        if (models.find(settings.model()).isEmpty()) {
            throw new ConfigMistake(
                    "suite.brain.signal.model is " + settings.model() + ", and there is no model of that name",
                    "Use one of " + String.join(", ", models.names()) + ".");
        }
        return new SignalService(settings, store::closedBefore, board, clock);
    }

    @Bean
    ReplayService replayService(SignalSettings settings, CandleStore store, Clock clock) {
        return new ReplayService(settings, store, clock);
    }
}
