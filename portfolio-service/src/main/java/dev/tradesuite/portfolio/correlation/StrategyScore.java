package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.portfolio.SelectionOrder;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.performance.Moments;

/**
 * How good a strategy was in a window.
 *
 * <p>With n returns over d days from the first to the last, a year has P = 365.25 (n - 1) / d of them: 252 for shares,
 * 365 for what has one every day, 8,766 for what has one every hour, without anybody saying so. The return of a year is
 * mean x P, its volatility s x sqrt(P), and the Sharpe ratio their quotient, with a risk-free rate of 0.
 *
 * @param count returns
 * @param perYear P
 * @param moments of the returns
 */
record StrategyScore(int count, double perYear, Moments moments) {

    private static final double DAYS_OF_A_YEAR = 365.25;

    static StrategyScore of(ReturnTable table, ReturnPanel.Rows rows, int asset) {
        double[] values = table.present(asset);
        int first = 0;
        while (Double.isNaN(table.value(asset, first))) {
            first++;
        }
        int last = table.periods() - 1;
        while (Double.isNaN(table.value(asset, last))) {
            last--;
        }
        return new StrategyScore(
                values.length,
                DAYS_OF_A_YEAR * rows.inADay() * (values.length - 1) / Math.max(1, table.end(last) - table.end(first)),
                Moments.of(values));
    }

    /** The score; NaN for a ratio of returns that do not vary. */
    double by(SelectionOrder order) {
        return switch (order) {
            case RETURN -> moments.mean() * perYear;
            case VOLATILITY -> moments.deviation() * Math.sqrt(perYear);
            case SHARPE -> moments.vary() ? moments.mean() / moments.deviation() * Math.sqrt(perYear) : Double.NaN;
        };
    }
}
