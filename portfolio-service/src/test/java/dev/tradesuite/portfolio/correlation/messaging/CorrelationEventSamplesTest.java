package dev.tradesuite.portfolio.correlation.messaging;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.portfolio.correlation.CorrelationWatch;
import dev.tradesuite.portfolio.correlation.StrategyPair;
import dev.tradesuite.test.ContractSamples;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CorrelationEventSamplesTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    private final CorrelationWatch watch = new CorrelationWatch(0.6, 0.2, 0.05);

    @Test
    void eventOfAPairIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "PairCorrelationChanged",
                CorrelationPublisher.event(
                        RunLabel.PAPER,
                        new CorrelationWatch.PairChange(
                                new StrategyPair("HOLD-AAPL", "HOLD-MSFT"), true, OptionalDouble.of(0.72)),
                        watch,
                        NOON));
    }

    @Test
    void eventOfARegimeIsWrittenAsItsSampleSays() {
        ContractSamples.compare(
                "CorrelationRegimeChanged",
                CorrelationPublisher.event(
                        RunLabel.PAPER, new CorrelationWatch.RegimeChange(true, 0.55, 0.3), watch, NOON));
    }
}
