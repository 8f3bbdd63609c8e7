package dev.tradesuite.signals.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.StrategyType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BarCacheTest {

    private static final Instant BAR = Instant.parse("2026-03-02T10:05:00Z");

    private final BarCache<String, Integer> cache = new BarCache<>(2);
    private int computed;

    @Test
    void computesOnceUntilAnyInstanceHasBookedABar() {
        assertThat(ask("a", 1, BAR)).isEqualTo(1);
        assertThat(ask("a", 1, BAR)).isEqualTo(1);
        // Another instance booked the next bar: the account that is read from the store has moved on.
        assertThat(ask("a", 2, BAR.plusSeconds(300))).isEqualTo(2);
        assertThat(ask("a", 2, BAR.plusSeconds(300))).isEqualTo(2);
    }

    @Test
    void questionsAreKeptApartAndTheLeastUsedIsForgotten() {
        ask("a", 1, BAR);
        ask("b", 1, BAR);
        assertThat(ask("a", 1, BAR)).isEqualTo(1);
        ask("c", 1, BAR);
        assertThat(ask("a", 1, BAR)).isEqualTo(1);
        assertThat(ask("b", 1, BAR)).isEqualTo(4);
    }

    private int ask(String question, long version, Instant newest) {
        ModelAccount account = new ModelAccount(
                new ModelStrategy(1, "RL_PPO", "PPO", StrategyType.RL),
                BigDecimal.TEN,
                BAR,
                version,
                new ModelAccount.ModelOrigin("rule-1", true),
                new ModelAccount.LastEquity(newest, BigDecimal.TEN, RunLabel.PAPER),
                null);
        ModelSelection selection = new ModelSelection(
                0, Optional.of("EURUSD"), Optional.of(new ModelSeries(0, "EURUSD", Timeframe.M5)), List.of(account));
        return cache.get(selection, question, () -> ++computed);
    }
}
