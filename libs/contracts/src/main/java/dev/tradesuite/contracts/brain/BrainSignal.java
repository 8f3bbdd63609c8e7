package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The brain's answer.
 *
 * @param symbol instrument
 * @param timeframe of the candles read
 * @param signal BUY, SELL or HOLD
 * @param confidence of the model, 0 to 1, lowered by advisors; absent when it abstained
 * @param score of the model, -1 (sell) to +1 (buy); absent for a model without one, and when it abstained
 * @param buyThreshold score from which the signal is BUY; absent for a model without a score
 * @param sellThreshold score down to which the signal is SELL; absent for a model without a score
 * @param votes every source's say
 * @param reasons codes are {@link SignalReason} constants
 * @param warnings what was done to the request before it was decided, such as leaving out a candle; codes are
 *     {@link SignalReason} constants
 * @param readings indicator values the votes rest on
 * @param source where the data came from
 * @param candleCount closed candles read
 * @param lastCandleOpenTime open time of the newest closed candle read; absent without candles
 * @param derivedFrom timeframe of the stored candles that those read are put together from; absent when those read are
 *     stored themselves
 * @param label PAPER for now, BACKTEST for a past moment
 * @param model what produced the signal
 * @param asOf moment the signal is for
 * @param inputHash SHA-256 of everything that went in, in hex
 */
public record BrainSignal(
        String symbol,
        Timeframe timeframe,
        SignalAction signal,
        @Nullable Double confidence,
        @Nullable Double score,
        @Nullable Double buyThreshold,
        @Nullable Double sellThreshold,
        List<Vote> votes,
        List<Reason> reasons,
        List<Reason> warnings,
        IndicatorReadings readings,
        SignalSource source,
        int candleCount,
        @Nullable Instant lastCandleOpenTime,
        @Nullable Timeframe derivedFrom,
        RunLabel label,
        ModelInfo model,
        Instant asOf,
        String inputHash) {}
