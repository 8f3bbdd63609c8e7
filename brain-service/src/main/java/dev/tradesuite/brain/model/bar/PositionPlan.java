package dev.tradesuite.brain.model.bar;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.quant.indicator.AverageTrueRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a wanted position is entered and left: at the close of the bar, with stop and target some average true ranges
 * away ({@link StopRanges}), in whole ticks of the instrument.
 *
 * @param entry close of the bar
 * @param stopLoss price at which the position was wrong
 * @param takeProfit price at which it has paid
 * @param invalidation the same in words
 */
public record PositionPlan(BigDecimal entry, BigDecimal stopLoss, BigDecimal takeProfit, String invalidation) {

    private static final int WILDER = 14;
    private static final int LOOK_BACK = 300;

    /**
     * The plan for the position of a signal on a bar; empty for none, and where the bars have no range or a stop would
     * not be above zero.
     *
     * @param close exact close of the bar
     */
    public static Optional<PositionPlan> of(
            BarSignal signal, Instrument instrument, PriceBars bars, int bar, BigDecimal close) {
        int side = signal.lean();
        if (side == 0) {
            return Optional.empty();
        }
        OptionalDouble range = averageTrueRange(bars, bar);
        if (range.isEmpty() || !(range.getAsDouble() > 0)) {
            return Optional.empty();
        }
        BigDecimal tick = instrument.tickSize();
        StopRanges ranges = StopRanges.of(signal);
        BigDecimal stop = close.subtract(distance(side * ranges.stop() * range.getAsDouble(), tick));
        BigDecimal target = close.add(distance(side * ranges.target() * range.getAsDouble(), tick));
        if (stop.signum() <= 0 || target.signum() <= 0 || stop.compareTo(close) == 0) {
            return Optional.empty();
        }
        String invalidation = String.format(
                Locale.ROOT, "A price %s %s", side > 0 ? "at or below" : "at or above", stop.toPlainString());
        return Optional.of(new PositionPlan(close, stop, target, invalidation));
    }

    private static BigDecimal distance(double price, BigDecimal tick) {
        return BigDecimal.valueOf(price).divide(tick, 0, RoundingMode.HALF_EVEN).multiply(tick);
    }

    /** Over a window of fixed length, so that it does not depend on how many bars lie before. */
    private static OptionalDouble averageTrueRange(PriceBars bars, int bar) {
        int from = Math.max(0, bar + 1 - LOOK_BACK);
        PriceBars window = bars.part(from, bar + 1);
        double[] high = new double[window.size()];
        double[] low = new double[window.size()];
        double[] close = new double[window.size()];
        for (int i = 0; i < window.size(); i++) {
            high[i] = window.high(i);
            low[i] = window.low(i);
            close[i] = window.close(i);
        }
        return AverageTrueRange.on(high, low, close, WILDER);
    }
}
