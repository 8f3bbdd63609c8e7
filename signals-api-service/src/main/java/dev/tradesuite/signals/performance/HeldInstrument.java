package dev.tradesuite.signals.performance;

import dev.tradesuite.quant.performance.Baselines;
import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.signals.series.BarClose;
import java.util.List;
import java.util.Optional;

/** The curve of somebody who bought at the start and held. */
final class HeldInstrument {

    private HeldInstrument() {}

    /**
     * The curve over the points of an account's, valued at the newest close of each point. The first price is that of
     * the start, else the first one known.
     *
     * @param closes oldest first
     * @return empty when a price or a rate is missing
     */
    static Optional<EquityCurve> of(EquityCurve account, List<BarClose> closes) {
        double[] prices = new double[account.size()];
        double[] rates = new double[account.size()];
        Optional<Double> first = closes.stream()
                .flatMap(close -> Optional.ofNullable(close.rate()).stream())
                .findFirst();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int next = 0;
        double rate = first.get();
        for (int i = 0; i < prices.length; i++) {
            while (next < closes.size() && !closes.get(next).at().isAfter(account.time(i))) {
                Double known = closes.get(next).rate();
                rate = known == null ? rate : known;
                next++;
            }
            prices[i] = closes.get(Math.max(0, next - 1)).price();
            rates[i] = rate;
        }
        return Optional.of(Baselines.buyAndHold(account, prices, rates));
    }
}
