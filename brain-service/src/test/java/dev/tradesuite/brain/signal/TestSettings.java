package dev.tradesuite.brain.signal;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.quant.swing.FibonacciRetracement;
import java.util.EnumMap;
import java.util.Map;

/** The default settings for tests. */
public final class TestSettings {

    public static final SignalSettings DEFAULTS = withWeights(1, 1, 1.5, 1, 1.5, 1);

    private TestSettings() {}

    /** The defaults with other weights, in the order of {@link VoteSource}. */
    static SignalSettings withWeights(double... weights) {
        return with(500, 0.4, -0.4, weights);
    }

    static SignalSettings with(int candles, double buy, double sell, double... weights) {
        Map<VoteSource, Double> bySource = new EnumMap<>(VoteSource.class);
        int i = 0;
        for (VoteSource source : VoteSource.values()) {
            bySource.put(source, weights[i++]);
        }
        return new SignalSettings(
                Timeframe.M5,
                candles,
                3,
                buy,
                sell,
                bySource,
                new SignalSettings.Rsi(30, 70, 10),
                25,
                0.25,
                1,
                new FibonacciRetracement(3, 5, 0.2, 3),
                20,
                0.5);
    }
}
