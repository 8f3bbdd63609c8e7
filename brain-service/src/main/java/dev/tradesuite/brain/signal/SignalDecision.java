package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.Thresholds;
import dev.tradesuite.brain.model.Vote;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.market.Reason;
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
 * @param score of the model, -1 to 1; absent for a model without one, and when it abstained
 * @param confidence of the model, 0 to 1, lowered by advisors; absent when it abstained
 * @param thresholds what the score is compared with; empty for a model without a score
 * @param votes what every source said, advisors included; empty when none was asked
 * @param reasons why; the first one decided
 * @param readings indicator values it rests on
 * @param source where the data came from
 * @param candleCount candles read
 * @param lastCandleOpenTime open time of the newest candle read
 * @param derivedFrom timeframe of the stored candles that those read are put together from; empty when there are none
 *     such
 * @param label BACKTEST for a past moment, else PAPER
 * @param model what decided
 * @param asOf moment the signal is for
 * @param inputHash SHA-256 of everything that went in, see {@link InputHash}
 */
public record SignalDecision(
        String symbol,
        Timeframe timeframe,
        SignalAction action,
        @Nullable Double score,
        @Nullable Double confidence,
        Optional<Thresholds> thresholds,
        List<Vote> votes,
        List<Reason> reasons,
        Readings readings,
        SignalSource source,
        int candleCount,
        Optional<Instant> lastCandleOpenTime,
        Optional<Timeframe> derivedFrom,
        RunLabel label,
        ModelVersion model,
        Instant asOf,
        String inputHash) {

    public SignalDecision {
        votes = List.copyOf(votes);
        reasons = List.copyOf(reasons);
    }
}
