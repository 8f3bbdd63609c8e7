package dev.tradesuite.strategy.feed;

import java.util.Map;

/**
 * Prices of outcomes in some time, by market and outcome.
 *
 * @param known whether the memory could be read at all; when it could not, every window is empty
 * @param windows those with a price at least
 */
public record PriceWindows(boolean known, Map<OutcomeKey, PriceWindow> windows) {

    /** Nothing was remembered. */
    public static final PriceWindows NONE = of(Map.of());

    /** The memory could not be read. */
    public static final PriceWindows UNKNOWN = new PriceWindows(false, Map.of());

    public PriceWindows {
        windows = Map.copyOf(windows);
    }

    public static PriceWindows of(Map<OutcomeKey, PriceWindow> windows) {
        return new PriceWindows(true, windows);
    }

    /** The window of an outcome, which is empty when nothing is remembered of it. */
    public PriceWindow window(String marketId, String outcome) {
        return windows.getOrDefault(new OutcomeKey(marketId, outcome), PriceWindow.EMPTY);
    }

    /** An outcome of a market. */
    public record OutcomeKey(String marketId, String outcome) {}

    /**
     * Prices of an outcome in some time.
     *
     * @param observations how many there are
     * @param mean of them; 0 without any
     */
    public record PriceWindow(int observations, double mean) {

        public static final PriceWindow EMPTY = new PriceWindow(0, 0);
    }
}
