package dev.tradesuite.learning.feature;

/**
 * Averages that weigh later bars more, over one window of closes, in one pass.
 *
 * @param macd exponential average of 12 bars less that of 26
 * @param macdHistogram the same less its own average of 9
 * @param slow exponential average of 100 bars
 * @param relativeStrength Wilder's index of 14 bars, moved from 0..100 to -1..1
 */
record Averages(double macd, double macdHistogram, double slow, double relativeStrength) {

    private static final int STRENGTH = 14;

    /** Over the closes of the window; every average begins with the first of them. */
    static Averages over(double[] close, int from, int last) {
        double short12 = close[from];
        double long26 = close[from];
        double slow = close[from];
        double signal = 0;
        double gain = 0;
        double loss = 0;
        for (int i = from + 1; i <= last; i++) {
            short12 += 2.0 / 13 * (close[i] - short12);
            long26 += 2.0 / 27 * (close[i] - long26);
            slow += 2.0 / 101 * (close[i] - slow);
            signal += 2.0 / 10 * (short12 - long26 - signal);
            double change = close[i] - close[i - 1];
            int seen = Math.min(i - from, STRENGTH);
            gain += (Math.max(change, 0) - gain) / seen;
            loss += (Math.max(-change, 0) - loss) / seen;
        }
        double macd = short12 - long26;
        double strength = gain + loss > 0 ? (gain - loss) / (gain + loss) : 0;
        return new Averages(macd, macd - signal, slow, strength);
    }
}
