package dev.tradesuite.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a replay went, from its trades and its equity points.
 *
 * @param trades positions opened
 * @param decided of these, sold or settled; the rest has no result
 * @param wins decided trades with a profit
 * @param losses decided trades with a loss
 * @param winRate wins / decided; absent without a decided trade
 * @param grossProfit sum of the profits of the wins, USD
 * @param grossLoss sum of the losses, USD, positive
 * @param profitFactor grossProfit / grossLoss; absent without a loss
 * @param undecidedProfit what the trades without a result brought at their last price, USD
 * @param totalReturn final value / initial balance - 1
 * @param maxDrawdown largest fall of the value from the highest before it, as a fraction of that, over the whole period
 */
public record Performance(
        int trades,
        int decided,
        int wins,
        int losses,
        @Nullable Double winRate,
        BigDecimal grossProfit,
        BigDecimal grossLoss,
        @Nullable Double profitFactor,
        BigDecimal undecidedProfit,
        double totalReturn,
        double maxDrawdown) {

    private static final int RATIO_DECIMALS = 10;

    /** @param initialBalance where the value begins, before the first point */
    static Performance of(BigDecimal initialBalance, List<DailyValue> equity, List<BacktestTrade> trades) {
        List<BigDecimal> results = trades.stream()
                .filter(BacktestTrade::decided)
                .map(BacktestTrade::profit)
                .toList();
        BigDecimal profit =
                sum(results.stream().filter(result -> result.signum() > 0).toList());
        BigDecimal loss = sum(results.stream()
                        .filter(result -> result.signum() < 0)
                        .toList())
                .negate();
        int wins = (int) results.stream().filter(result -> result.signum() > 0).count();
        BigDecimal last = equity.isEmpty() ? initialBalance : equity.getLast().value();
        return new Performance(
                trades.size(),
                results.size(),
                wins,
                (int) results.stream().filter(result -> result.signum() < 0).count(),
                results.isEmpty() ? null : (double) wins / results.size(),
                profit,
                loss,
                loss.signum() == 0 ? null : ratio(profit, loss),
                sum(trades.stream()
                        .filter(trade -> !trade.decided())
                        .map(BacktestTrade::profit)
                        .toList()),
                ratio(last.subtract(initialBalance), initialBalance),
                maxDrawdown(initialBalance, equity));
    }

    private static double maxDrawdown(BigDecimal initialBalance, List<DailyValue> equity) {
        BigDecimal peak = initialBalance;
        double worst = 0;
        for (DailyValue point : equity) {
            peak = peak.max(point.value());
            worst = Math.max(worst, ratio(peak.subtract(point.value()), peak));
        }
        return worst;
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static double ratio(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, RATIO_DECIMALS, RoundingMode.HALF_EVEN).doubleValue();
    }
}
