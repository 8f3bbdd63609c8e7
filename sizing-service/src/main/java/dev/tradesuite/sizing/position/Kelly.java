package dev.tradesuite.sizing.position;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Risk the share of the equity that lets it grow fastest, or rather a fraction of it: f* = p - (1 - p) / b.
 *
 * <p>The criterion (J. L. Kelly, A New Interpretation of Information Rate, 1956) supposes that p and b are known; here
 * they are estimates, so half of f* is the default and the risk ceiling is never passed. With fewer than
 * {@value #ENOUGH_TRADES} closed trades the figures say too little, and the trade is sized by fixed risk.
 *
 * @param ceiling largest share of the equity, and the share used when the trades are too few
 * @param figures of closed trades; without them the trade is refused
 * @param stop distance of the stop; without it the trade is refused
 */
public record Kelly(RiskPercent ceiling, @Nullable Figures figures, @Nullable Pips stop) implements SizingMethod {

    /** Closed trades from which on the figures are used. */
    static final int ENOUGH_TRADES = 30;

    private static final int FRACTION_SCALE = 12;
    private static final int PERCENT_SCALE = 4;

    /**
     * What the closed trades say.
     *
     * @param winRate p, share of winning trades, 0 to 1
     * @param payoffRatio b, mean win divided by mean loss, above 0
     * @param closedTrades number of trades the figures rest on
     * @param fractionUsed share of f* to risk, above 0, at most 1
     */
    public record Figures(double winRate, double payoffRatio, int closedTrades, double fractionUsed) {

        /** Half Kelly: three quarters of the growth for half of the swings. */
        public static final double HALF = 0.5;

        public Figures {
            require(winRate >= 0 && winRate <= 1, "win rate must be 0 to 1", winRate);
            require(payoffRatio > 0 && Double.isFinite(payoffRatio), "payoff ratio must be above 0", payoffRatio);
            require(fractionUsed > 0 && fractionUsed <= 1, "Kelly fraction must be above 0, at most 1", fractionUsed);
        }

        /** f* = p - (1 - p) / b, 12 decimals, rounded down; reckoned in decimals, so that 0.51 at even odds is 0.02. */
        BigDecimal optimalFraction() {
            BigDecimal win = BigDecimal.valueOf(winRate);
            BigDecimal loss = BigDecimal.ONE.subtract(win);
            return win.subtract(loss.divide(BigDecimal.valueOf(payoffRatio), FRACTION_SCALE, RoundingMode.CEILING));
        }

        private static void require(boolean met, String rule, double found) {
            if (!met) {
                throw new IllegalArgumentException(rule + ", was " + found);
            }
        }
    }

    @Override
    public Intent intent(Instrument instrument, SizingAccount account) {
        if (figures == null) {
            return nothing(
                    Reason.of(
                            SizingReason.KELLY_FIGURES_MISSING,
                            "kelly needs win rate, payoff ratio and number of closed trades."),
                    null);
        }
        if (stop == null) {
            return nothing(SizingRefusals.stopMissing("kelly"), null);
        }
        if (figures.closedTrades < ENOUGH_TRADES) {
            return FixedRisk.atStop(RiskStrategy.FIXED_RISK, ceiling, stop, account, List.of(fewTrades(figures)));
        }
        BigDecimal optimal = figures.optimalFraction();
        return optimal.signum() <= 0
                ? nothing(noEdge(figures, optimal), optimal)
                : bet(optimal, figures, stop, account);
    }

    private Intent bet(BigDecimal optimal, Figures figures, Pips stop, SizingAccount account) {
        BigDecimal wanted = optimal.multiply(BigDecimal.valueOf(figures.fractionUsed));
        BigDecimal highest = ceiling.fraction();
        boolean capped = wanted.compareTo(highest) > 0;
        BigDecimal fraction = capped ? highest : wanted;
        return new Intent.LoseAtMost(
                RiskStrategy.KELLY,
                fraction,
                account.share(fraction),
                stop,
                optimal,
                capped ? List.of(cappedByCeiling(wanted)) : List.of());
    }

    private static Intent nothing(Reason refusal, @Nullable BigDecimal optimal) {
        return new Intent.Nothing(RiskStrategy.KELLY, refusal, optimal);
    }

    private static Reason noEdge(Figures figures, BigDecimal optimal) {
        return Reason.of(
                SizingReason.NO_EDGE,
                "A win rate of %s with a payoff ratio of %s gives a Kelly fraction of %s: no edge, no trade."
                        .formatted(plain(figures.winRate), plain(figures.payoffRatio), plain(optimal)));
    }

    private Notice fewTrades(Figures figures) {
        return Notice.of(
                Notice.Effect.WARNED,
                SizingReason.FEW_TRADES_FOR_KELLY,
                "%d closed trades are fewer than %d: fixed_risk with %s %% was used instead of kelly."
                        .formatted(figures.closedTrades, ENOUGH_TRADES, plain(ceiling.value())));
    }

    private Notice cappedByCeiling(BigDecimal wanted) {
        return Notice.of(
                Notice.Effect.CAPPED_AS_PLANNED,
                SizingReason.CAPPED_BY_RISK_CEILING,
                "The Kelly criterion asks for %s %% of the equity; the risk ceiling of %s %% applies."
                        .formatted(
                                plain(wanted.movePointRight(2).setScale(PERCENT_SCALE, RoundingMode.HALF_EVEN)),
                                plain(ceiling.value())));
    }

    private static String plain(double value) {
        return plain(BigDecimal.valueOf(value));
    }

    private static String plain(BigDecimal value) {
        return Amounts.stripped(value).toPlainString();
    }
}
