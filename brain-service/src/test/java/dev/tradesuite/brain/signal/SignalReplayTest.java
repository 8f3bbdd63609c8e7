package dev.tradesuite.brain.signal;

import static dev.tradesuite.brain.TestCandles.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.indicator.AnalysisCache;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.brain.signal.SignalReplay.Step;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignalReplayTest {

    private static final SignalSettings SETTINGS = TestSettings.with(100, 0.4, -0.4, 1, 1, 1.5, 1, 1.5, 1);

    private final CandleSeries stored = walk(7, 400);
    private final FixedClock clock = FixedClock.at("2026-04-01T00:00:00Z");
    private final CandleAnalyst analyst = new CandleAnalyst(SETTINGS.fibonacci(), SETTINGS.maxFlatShare());
    private final SignalReplay replay = new SignalReplay(SETTINGS, new Stored(stored), analyst, clock);

    @Test
    void decidesAtTheCloseOfEveryCandleExactlyAsAskedOneByOne() {
        SignalDecider decider = new SignalDecider(
                SETTINGS, CandleSource.of(stored), new AnalysisCache(analyst, 8), new OpinionBoard(), clock);
        List<Step> replayed = replay.run("EURUSD", Timeframe.M5, stored.openTime(50), stored.openTime(300));
        assertThat(replayed).hasSize(250);
        for (int i = 0; i < 250; i++) {
            Signal asked = decider.decide(
                    SignalQuestion.onStoredCandles("EURUSD", Timeframe.M5, Optional.of(stored.closeTime(50 + i))));
            Step step = replayed.get(i);
            assertThat(step.asOf()).isEqualTo(asked.asOf());
            assertThat(step.action()).isEqualTo(asked.action());
            assertThat(step.score()).isEqualTo(asked.score());
            assertThat(step.reason()).isEqualTo(asked.reasons().getFirst().reason());
            assertThat(step.inputHash()).isEqualTo(asked.inputHash());
        }
    }

    /** In the night the clocks go forward a broker's day opens 23 hours after the one before, which is open still. */
    @Test
    void aDayThatOpensBeforeTheOneBeforeItClosesIsDecidedTheSame() {
        Instant firstDay = Instant.parse("2025-10-01T22:00:00Z");
        CandleSeries.Builder days = new CandleSeries.Builder("EURUSD", Timeframe.D1, 60);
        for (int i = 0; i < 60; i++) {
            Instant open = firstDay.plus(Duration.ofDays(i)).minus(Duration.ofHours(i < 50 ? 0 : 1));
            days.add(open.toEpochMilli(), stored.open(i), stored.high(i), stored.low(i), stored.close(i), 1);
        }
        CandleSeries daily = days.build();
        SignalDecider decider = new SignalDecider(
                SETTINGS, CandleSource.of(daily), new AnalysisCache(analyst, 8), new OpinionBoard(), clock);
        List<Step> replayed = new SignalReplay(SETTINGS, new Stored(daily), analyst, clock)
                .run("EURUSD", Timeframe.D1, daily.openTime(50), daily.openTime(59));
        assertThat(replayed).hasSize(9);
        for (int i = 0; i < 9; i++) {
            Signal asked = decider.decide(
                    SignalQuestion.onStoredCandles("EURUSD", Timeframe.D1, Optional.of(daily.closeTime(50 + i))));
            assertThat(replayed.get(i).inputHash()).isEqualTo(asked.inputHash());
        }
    }

    @Test
    void aStretchWithoutCandlesHasNoDecisions() {
        assertThat(replay.run(
                        "EURUSD",
                        Timeframe.M5,
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.parse("2020-02-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void aCandleThatIsStillOpenIsNotDecidedOn() {
        clock.set(stored.openTime(60).plusSeconds(60));
        assertThat(replay.run("EURUSD", Timeframe.M5, stored.openTime(50), stored.openTime(300)))
                .hasSize(10);
    }

    private record Stored(CandleSeries candles) implements CandleStore {

        @Override
        public CandleSeries closedBefore(String symbol, Timeframe timeframe, Instant asOf, int limit) {
            return candles.closedBy(asOf).last(limit);
        }

        @Override
        public CandleSeries range(String symbol, Timeframe timeframe, Instant from, Instant to) {
            return candles.between(from, to);
        }
    }
}
