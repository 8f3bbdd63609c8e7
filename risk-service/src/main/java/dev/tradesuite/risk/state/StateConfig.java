package dev.tradesuite.risk.state;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.support.event.EventTopics;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/** Makes the trading states, and the topic on which this service tells of them and of breaches. */
@Configuration(proxyBeanMethods = false)
class StateConfig {

    @Bean
    TradingStateService tradingStateService(TradingStateStore store, StateEvents events, Clock clock) {
        // Ticks as finely as PostgreSQL stores, so that a moment reads the same before and after it is stored.
        return new TradingStateService(store, events, Clock.tick(clock, Duration.ofNanos(1000)));
    }

    @Bean
    KafkaAdmin.NewTopics riskTopics() {
        return EventTopics.of(Topics.RISK_EVENTS);
    }
}
