package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision with everything behind it.
 *
 * @param symbol instrument
 * @param timeframe candles read
 * @param action BUY, SELL or HOLD
 * @param score weighted mean of the votes, -1 to 1; absent when there was nothing to vote on
 * @param confidence 0 to 1: how far the score lies from zero, lowered by advisors; absent without a score
 * @param votes what every source said, advisors included; empty when there was nothing to vote on
 * @param reasons why; the first one decided
 * @param readings indicator values the votes rest on
 * @param source where the data came from
 * @param candleCount candles read
 * @param lastCandleOpenTime open time of the newest candle read
 * @param label BACKTEST for a past moment, else PAPER
 * @param model rules that decided
 * @param asOf moment the signal is for
 * @param inputHash SHA-256 of everything that went in, see {@link InputHash}
 */
public record Signal(
        String symbol,
        Timeframe timeframe,
        SignalAction action,
        @Nullable Double score,
        @Nullable Double confidence,
        List<Vote> votes,
        List<Because> reasons,
        Readings readings,
        SignalSource source,
        int candleCount,
        Optional<Instant> lastCandleOpenTime,
        RunLabel label,
        SignalModel model,
        Instant asOf,
        String inputHash) {

    public Signal {
        votes = List.copyOf(votes);
        reasons = List.copyOf(reasons);
    }
}
