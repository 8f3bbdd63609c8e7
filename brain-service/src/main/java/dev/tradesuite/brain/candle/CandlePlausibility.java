package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.AssetClass;
import dev.tradesuite.instruments.PriceCollar;
import dev.tradesuite.quant.indicator.AverageTrueRange;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which candles of a series to believe, one after the other in the order of time.
 *
 * <p>A candle is doubtful when one of its prices is beyond the {@link PriceCollar} of the last believed close. The next
 * candle decides: when it opens and closes within the collar of the doubtful close, and is not nearer to the last
 * believed one while within the collar of that, it confirms, and both are believed. When it does not, the doubtful
 * candle stays implausible for good, and the next one is measured against the last believed close like any other. So a
 * single wrong tick is left out, and a split or a gap is believed one candle later.
 *
 * <p>The average true range is that of the last believed candles, times the square root of the candles' lengths between
 * the two that are compared: over a weekend or a hole in the data a price may move as far as it usually does in that
 * time. The first candle of a series is believed, there is nothing to doubt it by.
 *
 * <p>Not safe for use by several threads.
 */
public final class CandlePlausibility {

    /** Candles the average true range rests on; enough for Wilder's average to have forgotten where it began. */
    public static final int LOOK_BACK = 100;

    private static final int WILDER = 14;

    private final PriceCollar collar;
    private final AssetClass assetClass;
    private final Duration length;
    private final Deque<Candle> believed = new ArrayDeque<>();
    private @Nullable Candle doubtful;

    /** A judge that has seen no candle of the series yet. */
    public CandlePlausibility(PriceCollar collar, AssetClass assetClass, Timeframe timeframe) {
        this.collar = collar;
        this.assetClass = assetClass;
        this.length = timeframe.length();
    }

    /**
     * What a candle tells about itself and the one before it.
     *
     * @param plausible whether the candle is believed
     * @param confirming whether the doubtful candle before it is believed now
     */
    public record Verdict(boolean plausible, boolean confirming) {

        private static final Verdict PLAUSIBLE = new Verdict(true, false);
        private static final Verdict DOUBTFUL = new Verdict(false, false);
    }

    /** Takes a candle about which nothing is to be decided any more. */
    public void known(Candle candle, boolean implausible) {
        if (implausible) {
            doubtful = candle;
        } else {
            believe(candle);
        }
    }

    /** Judges the next candle. */
    public Verdict next(Candle candle) {
        Candle last = believed.peekLast();
        if (last == null) {
            believe(candle);
            return Verdict.PLAUSIBLE;
        }
        boolean fits = fits(candle, last, last);
        if (doubtful != null && confirms(candle, doubtful, last, fits)) {
            return confirm(candle, doubtful, last);
        }
        if (fits) {
            believe(candle);
            return Verdict.PLAUSIBLE;
        }
        doubtful = candle;
        return Verdict.DOUBTFUL;
    }

    /** Close of the last believed candle; absent before the first. */
    public @Nullable BigDecimal lastClose() {
        Candle last = believed.peekLast();
        return last == null ? null : last.close();
    }

    /** Whether the newest candle is doubtful, so that the next one decides about it. */
    public boolean isInDoubt() {
        return doubtful != null;
    }

    private boolean confirms(Candle candle, Candle doubted, Candle last, boolean fitsLast) {
        return allows(candle.open(), candle, doubted)
                && allows(candle.close(), candle, doubted)
                && (!fitsLast || distance(candle, doubted).compareTo(distance(candle, last)) < 0);
    }

    private Verdict confirm(Candle candle, Candle confirmed, Candle last) {
        believe(confirmed);
        // Where it confirms by open and close, its high or low may still be a wrong tick of its own.
        boolean fits = fits(candle, confirmed, last);
        if (fits) {
            believe(candle);
        } else {
            doubtful = candle;
        }
        return new Verdict(fits, true);
    }

    private void believe(Candle candle) {
        if (believed.size() == LOOK_BACK) {
            believed.removeFirst();
        }
        believed.addLast(candle);
        doubtful = null;
    }

    /** Whether all prices of a candle are within the collar of one of two closes. */
    private boolean fits(Candle candle, Candle known, Candle other) {
        return Stream.of(candle.high(), candle.low())
                .allMatch(price -> allows(price, candle, known) || allows(price, candle, other));
    }

    private boolean allows(BigDecimal price, Candle candle, Candle known) {
        return collar.allows(assetClass, price, known.close(), null)
                || collar.allows(assetClass, price, known.close(), usualMove(candle, known));
    }

    /** How far the price usually moves between two candles; absent where too few are known. */
    private @Nullable BigDecimal usualMove(Candle candle, Candle known) {
        OptionalDouble atr =
                AverageTrueRange.on(doubles(Candle::high), doubles(Candle::low), doubles(Candle::close), WILDER);
        if (atr.isEmpty()) {
            return null;
        }
        double candles =
                (double) Duration.between(known.openTime(), candle.openTime()).toMillis() / length.toMillis();
        return BigDecimal.valueOf(atr.getAsDouble() * Math.sqrt(Math.max(1, candles)));
    }

    private double[] doubles(Function<Candle, BigDecimal> price) {
        return believed.stream()
                .mapToDouble(candle -> price.apply(candle).doubleValue())
                .toArray();
    }

    private static BigDecimal distance(Candle candle, Candle known) {
        return Stream.of(candle.open(), candle.close())
                .map(price -> price.subtract(known.close()).abs())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }
}
