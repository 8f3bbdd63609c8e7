package dev.tradesuite.learning.feature;

import java.util.List;
import java.util.Optional;

/**
 * The seven readings of a policy, which remembers what came before: fewer and cheaper ones than those of the trees,
 * because they are needed for each of the last 128 bars.
 *
 * <p>Every reading rests on the bar and the 288 before it.
 */
public final class PolicyFeatures {

    /** Changes whenever a name, an order or a formula changes; a model of another version is refused. */
    public static final String VERSION = "policy-7-v1";

    /** Bars a reading rests on, the present one included. */
    public static final int LOOK_BACK = 289;

    /** Names in the order of the values. */
    public static final List<String> NAMES =
            List.of("return_1", "return_3", "return_12", "return_48", "channel_48", "hour_sin", "hour_cos");

    private static final int VOLATILITY = 288;
    private static final int CHANNEL = 48;

    private PolicyFeatures() {}

    /** Why a policy cannot be asked on a bar; empty when it can. */
    public static Optional<FeatureGap> gapOn(PriceBars bars, int bar) {
        if (bar + 1 < LOOK_BACK) {
            return Optional.of(FeatureGap.TOO_FEW_BARS);
        }
        return Series.deviationOfReturns(bars.closes(), bar, VOLATILITY) > 0
                ? Optional.empty()
                : Optional.of(FeatureGap.NO_RANGE);
    }

    /**
     * The readings on one bar; what comes after it is never looked at.
     *
     * @param bar one with {@link #LOOK_BACK} bars up to it; where its prices do not move, the readings of prices are 0
     */
    public static double[] on(PriceBars bars, int bar) {
        double[] values = new double[NAMES.size()];
        double[] close = bars.closes();
        double deviation = Series.deviationOfReturns(close, bar, VOLATILITY);
        if (deviation > 0) {
            values[0] = Series.scaledReturn(close, bar, 1, deviation);
            values[1] = Series.scaledReturn(close, bar, 3, deviation);
            values[2] = Series.scaledReturn(close, bar, 12, deviation);
            values[3] = Series.scaledReturn(close, bar, 48, deviation);
            values[4] = Series.placeInChannel(bars, bar, CHANNEL);
        }
        double angle = Series.angleOfDay(bars.openMillis(bar));
        values[5] = StrictMath.sin(angle);
        values[6] = StrictMath.cos(angle);
        return values;
    }
}
