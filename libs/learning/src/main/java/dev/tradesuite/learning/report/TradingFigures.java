package dev.tradesuite.learning.report;

import dev.tradesuite.quant.performance.ProbabilisticSharpe;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What trading on a model's answers brought. Doing nothing brings 0.
 *
 * @param trades trades that ended
 * @param winRate share of them with a profit after costs; absent without a trade
 * @param profitPercent profit after costs in percent of the traded amount
 * @param buyAndHoldPercent what holding the instrument brought after costs
 * @param days days on which one could have traded
 * @param profitableMonths share of the months with a profit; absent without a trade
 * @param probabilisticSharpe probability that the Sharpe ratio of daily profits is above zero; absent without a trade
 *     or with fewer than ten days
 * @param profitAboveZero share of bootstrap draws over days with a profit
 */
public record TradingFigures(
        int trades,
        @Nullable Double winRate,
        double profitPercent,
        double buyAndHoldPercent,
        int days,
        @Nullable Double profitableMonths,
        @Nullable Double probabilisticSharpe,
        double profitAboveZero) {

    /** The figures of a log; the seed is that of the bootstrap. */
    public static TradingFigures of(TradeLog log, long seed) {
        double[] profits = log.dailyProfits();
        boolean traded = log.trades() > 0;
        return new TradingFigures(
                log.trades(),
                traded ? (double) log.won() / log.trades() : null,
                100 * Arrays.stream(profits).sum(),
                100 * log.buyAndHold(),
                profits.length,
                traded ? profitableMonths(log) : null,
                traded ? probabilisticSharpe(profits) : null,
                ProfitBootstrap.aboveZero(profits, seed));
    }

    private static double profitableMonths(TradeLog log) {
        var months = log.monthlyProfits().values();
        return (double) months.stream().filter(profit -> profit > 0).count() / months.size();
    }

    private static @Nullable Double probabilisticSharpe(double[] profits) {
        OptionalDouble probability = ProbabilisticSharpe.of(profits, 0).value();
        return probability.isPresent() ? probability.getAsDouble() : null;
    }
}
