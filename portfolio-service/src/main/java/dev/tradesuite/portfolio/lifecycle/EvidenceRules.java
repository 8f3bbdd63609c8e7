package dev.tradesuite.portfolio.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What a strategy has to show.
 *
 * @param periodsPerYear trading days in a year of its market
 * @param broker that its orders will go to; absent while none is named
 */
public record EvidenceRules(
        Validation validation,
        Paper paper,
        Live live,
        Suspension suspension,
        double periodsPerYear,
        @Nullable String broker) {

    /** What holds for a strategy of which nothing else is said. */
    public static final EvidenceRules DEFAULT = new EvidenceRules(
            new Validation(60),
            new Paper(250, 1.0, 0.2, 0.9, 1, null),
            new Live(30, 0.9, 1.1),
            new Suspension(30, 0.8, 0.2),
            252,
            null);

    /**
     * Before VALIDATION.
     *
     * @param returns least daily returns under one label
     */
    public record Validation(int returns) {}

    /**
     * Before PAPER, from the returns of the backtest.
     *
     * @param days least daily returns
     * @param sharpe least yearly Sharpe ratio
     * @param drawdown deepest fall allowed, as a fraction
     * @param deflatedSharpe least probability
     * @param variants how many were tried
     * @param ratioVariance of the Sharpe ratios of the variants, of one day; absent: that of ratios without an edge
     */
    public record Paper(
            int days,
            double sharpe,
            double drawdown,
            double deflatedSharpe,
            int variants,
            @Nullable Double ratioVariance) {}

    /**
     * Before LIVE, from the returns on paper beside those of the backtest.
     *
     * @param days least daily returns on paper
     * @param sharpeShare least part of the Sharpe ratio of the backtest
     * @param volatilityShare largest multiple of its volatility
     */
    public record Live(int days, double sharpeShare, double volatilityShare) {}

    /**
     * What breaks suspends it.
     *
     * @param days least daily returns with money before they are compared
     * @param sharpeShare least part of the Sharpe ratio on paper
     * @param drawdown deepest fall allowed since it came to its state, as a fraction
     */
    public record Suspension(int days, double sharpeShare, double drawdown) {}
}
