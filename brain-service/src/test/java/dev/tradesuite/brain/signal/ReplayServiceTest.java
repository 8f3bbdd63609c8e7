package dev.tradesuite.brain.signal;

import static dev.tradesuite.brain.TestCandles.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.TestCandles;
import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.model.TradingModel;
import dev.tradesuite.brain.model.votes.TestVotes;
import dev.tradesuite.brain.signal.ReplayService.Step;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayServiceTest {

    private static final SignalSettings SETTINGS = new SignalSettings("votes", Timeframe.M5, 100, 3);

    private final CandleSeries stored = walk(7, 400);
    private final FixedClock clock = FixedClock.at("2026-04-01T00:00:00Z");
    private final TradingModel votes = TestVotes.model();
    private final ReplayService replay = new ReplayService(SETTINGS, TestCandles.stored(stored), clock);

    @Test
    void decidesAtTheCloseOfEveryCandleExactlyAsAskedOneByOne() {
        SignalService decider = new SignalService(SETTINGS, CandleSource.of(stored), new OpinionBoard(), clock);
        List<Step> replayed = replay.run(votes, "EURUSD", Timeframe.M5, stored.openTime(50), stored.openTime(300));
        assertThat(replayed).hasSize(250);
        for (int i = 0; i < 250; i++) {
            SignalDecision asked = decider.decide(SignalQuestion.onStoredCandles(
                    votes, "EURUSD", Timeframe.M5, Optional.of(stored.closeTime(50 + i))));
            Step step = replayed.get(i);
            assertThat(step.asOf()).isEqualTo(asked.asOf());
            assertThat(step.action()).isEqualTo(asked.action());
            assertThat(step.score()).isEqualTo(asked.score());
            assertThat(step.reason()).isEqualTo(asked.reasons().getFirst().code());
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
        SignalService decider = new SignalService(SETTINGS, CandleSource.of(daily), new OpinionBoard(), clock);
        List<Step> replayed = new ReplayService(SETTINGS, TestCandles.stored(daily), clock)
                .run(votes, "EURUSD", Timeframe.D1, daily.openTime(50), daily.openTime(59));
        assertThat(replayed).hasSize(9);
        for (int i = 0; i < 9; i++) {
            SignalDecision asked = decider.decide(SignalQuestion.onStoredCandles(
                    votes, "EURUSD", Timeframe.D1, Optional.of(daily.closeTime(50 + i))));
            assertThat(replayed.get(i).inputHash()).isEqualTo(asked.inputHash());
        }
    }

    @Test
    void aStretchWithoutCandlesHasNoDecisions() {
        assertThat(replay.run(
                        votes,
                        "EURUSD",
                        Timeframe.M5,
                        Instant.parse("2020-01-01T00:00:00Z"),
                        Instant.parse("2020-02-01T00:00:00Z")))
                .isEmpty();
    }

    @Test
    void aCandleThatIsStillOpenIsNotDecidedOn() {
        clock.set(stored.openTime(60).plusSeconds(60));
        assertThat(replay.run(votes, "EURUSD", Timeframe.M5, stored.openTime(50), stored.openTime(300)))
                .hasSize(10);
    }
}
