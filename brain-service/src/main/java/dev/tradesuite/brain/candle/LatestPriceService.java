package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.quant.indicator.AverageTrueRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Tells the newest price of an instrument and how far it usually moves, from memory. */
public final class LatestPriceService {

    private static final int WILDER = 14;

    /** Enough for Wilder's average to have forgotten where it began. */
    private static final int CANDLES = 500;

    private static final MathContext STATED = new MathContext(8);

    private final SeriesIndex index;
    private final CandleStore store;
    private final Clock clock;

    public LatestPriceService(SeriesIndex index, CandleStore store, Clock clock) {
        this.index = index;
        this.store = store;
        this.clock = clock;
    }

    /** The newest close of a symbol over all timeframes; empty without any candle. */
    public Optional<LatestClose> of(String symbol) {
        return index.newestOf(symbol)
                .map(newest -> new LatestClose(symbol, newest.lastClose(), newest.lastCloseTime()));
    }

    /** The average true range over 14 of the stored candles of a timeframe, or why there is none. */
    public UsualRange usualRange(String symbol, Timeframe timeframe) {
        CandleSeries candles = store.closedBefore(symbol, timeframe, clock.instant(), CANDLES);
        OptionalDouble atr = AverageTrueRange.on(candles.highs(), candles.lows(), candles.closes(), WILDER);
        return atr.isPresent()
                ? new UsualRange(BigDecimal.valueOf(atr.getAsDouble()).round(STATED), null)
                : new UsualRange(
                        null,
                        Reason.of(
                                SignalReason.NOT_ENOUGH_CANDLES,
                                "There are %d closed candles of %s %s; the average true range needs %d."
                                        .formatted(candles.size(), symbol, timeframe, WILDER)));
    }

    /**
     * Newest price.
     *
     * @param symbol instrument
     * @param price close of the newest candle over all timeframes
     * @param at when that candle closed
     */
    public record LatestClose(String symbol, BigDecimal price, Instant at) {}

    /**
     * How far a price usually moves in one candle.
     *
     * @param atr average true range in price units; absent when it cannot be computed
     * @param missing why it is absent
     */
    public record UsualRange(@Nullable BigDecimal atr, @Nullable Reason missing) {}
}
