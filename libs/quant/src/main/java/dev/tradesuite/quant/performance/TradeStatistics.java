package dev.tradesuite.quant.performance;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Collection;

/**
 * What closed trades amount to. A trade that brought exactly nothing is neither a win nor a loss, but one of the
 * trades.
 *
 * <p>Everything follows from sums, so the statistics of two sets of trades add up to those of all of them.
 *
 * @param count closed trades
 * @param wins of these with a profit
 * @param losses of these with a loss
 * @param grossProfit sum of the profits of the wins, 0 or more
 * @param grossLoss sum of the results of the losses, 0 or less
 * @param totalFees costs of all trades, already taken off their results
 * @param held sum of the times from entry to exit
 */
public record TradeStatistics(
        int count,
        int wins,
        int losses,
        BigDecimal grossProfit,
        BigDecimal grossLoss,
        BigDecimal totalFees,
        Duration held) {

    /** No trade. */
    public static final TradeStatistics NONE =
            new TradeStatistics(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Duration.ZERO);

    private static final double MILLIS_OF_A_MINUTE = 60_000;

    public static TradeStatistics of(Collection<TradeResult> trades) {
        return trades.stream().map(TradeStatistics::of).reduce(NONE, TradeStatistics::plus);
    }

    private static TradeStatistics of(TradeResult trade) {
        int sign = trade.netProfit().signum();
        return new TradeStatistics(
                1,
                sign > 0 ? 1 : 0,
                sign < 0 ? 1 : 0,
                trade.netProfit().max(BigDecimal.ZERO),
                trade.netProfit().min(BigDecimal.ZERO),
                trade.fees(),
                Duration.between(trade.openedAt(), trade.closedAt()));
    }

    /** The statistics of these trades and others together. */
    public TradeStatistics plus(TradeStatistics other) {
        return new TradeStatistics(
                count + other.count,
                wins + other.wins,
                losses + other.losses,
                grossProfit.add(other.grossProfit),
                grossLoss.add(other.grossLoss),
                totalFees.add(other.totalFees),
                held.plus(other.held));
    }

    /** Gross profit + gross loss. */
    public BigDecimal netProfit() {
        return grossProfit.add(grossLoss);
    }

    /** Wins / closed trades, 0 to 1. */
    public Metric winRate() {
        return count == 0 ? Metric.absent(MetricReason.NO_CLOSED_TRADES) : Metric.of((double) wins / count);
    }

    /** Gross profit / |gross loss|. */
    public Metric profitFactor() {
        if (count == 0) {
            return Metric.absent(MetricReason.NO_CLOSED_TRADES);
        }
        return losses == 0
                ? Metric.absent(MetricReason.NO_LOSS)
                : Metric.of(grossProfit
                        .divide(grossLoss.negate(), MathContext.DECIMAL64)
                        .doubleValue());
    }

    /** Gross profit / wins. */
    public Metric averageWin() {
        return average(grossProfit, wins, MetricReason.NO_WIN);
    }

    /** Gross loss / losses, negative. */
    public Metric averageLoss() {
        return average(grossLoss, losses, MetricReason.NO_LOSS);
    }

    /** Net profit / closed trades. */
    public Metric averageTrade() {
        return average(netProfit(), count, MetricReason.NO_CLOSED_TRADES);
    }

    /** Mean time from entry to exit in minutes. */
    public Metric averageHoldMinutes() {
        return count == 0
                ? Metric.absent(MetricReason.NO_CLOSED_TRADES)
                : Metric.of(held.toMillis() / MILLIS_OF_A_MINUTE / count);
    }

    private Metric average(BigDecimal sum, int of, MetricReason withoutOne) {
        if (count == 0) {
            return Metric.absent(MetricReason.NO_CLOSED_TRADES);
        }
        return of == 0
                ? Metric.absent(withoutOne)
                : Metric.of(sum.divide(BigDecimal.valueOf(of), MathContext.DECIMAL64)
                        .doubleValue());
    }
}
