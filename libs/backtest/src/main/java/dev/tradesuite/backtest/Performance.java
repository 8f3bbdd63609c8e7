package dev.tradesuite.backtest;

import dev.tradesuite.quant.performance.Drawdown;
import dev.tradesuite.quant.performance.EquityCurve;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.TradeResult;
import dev.tradesuite.quant.performance.TradeStatistics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
        TradeStatistics decided = TradeStatistics.of(trades.stream()
                .filter(BacktestTrade::decided)
                .map(Performance::result)
                .toList());
        EquityCurve curve = curve(initialBalance, equity);
        return new Performance(
                trades.size(),
                decided.count(),
                decided.wins(),
                decided.losses(),
                shown(decided.winRate()),
                decided.grossProfit(),
                decided.grossLoss().negate(),
                shown(decided.profitFactor()),
                trades.stream()
                        .filter(trade -> !trade.decided())
                        .map(BacktestTrade::profit)
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                rounded(curve.last() / curve.first() - 1),
                rounded(Drawdown.of(curve).maximum()));
    }

    private static TradeResult result(BacktestTrade trade) {
        return new TradeResult(at(trade.openedOn()), at(trade.closedOn()), trade.profit(), BigDecimal.ZERO);
    }

    /** The initial balance, then the value at the end of each day. */
    private static EquityCurve curve(BigDecimal initialBalance, List<DailyValue> equity) {
        long[] times = new long[equity.size() + 1];
        double[] values = new double[times.length];
        values[0] = initialBalance.doubleValue();
        times[0] = equity.isEmpty() ? 0 : at(equity.getFirst().day()).toEpochMilli();
        for (int i = 0; i < equity.size(); i++) {
            times[i + 1] = at(equity.get(i).day().plusDays(1)).toEpochMilli();
            values[i + 1] = equity.get(i).value().doubleValue();
        }
        return EquityCurve.of(times, values);
    }

    private static Instant at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static @Nullable Double shown(Metric metric) {
        return metric.value().isPresent() ? metric.value().getAsDouble() : null;
    }

    /** Without the digits that doubles add to decimals. */
    private static double rounded(double ratio) {
        return BigDecimal.valueOf(ratio)
                .setScale(RATIO_DECIMALS, RoundingMode.HALF_EVEN)
                .doubleValue();
    }
}
