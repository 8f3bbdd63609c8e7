package dev.tradesuite.portfolio.rebalancing;

import java.math.BigDecimal;

/**
 * Cash that a plan moves between the account and a portfolio of prediction markets.
 *
 * @param number from 1
 * @param portfolio its number
 * @param amount above 0 into the portfolio, below 0 out of it
 * @param bound what of that is bound in positions of the portfolio, and is moved as they close; 0 into it
 */
public record PlannedTransfer(int number, String strategy, long portfolio, BigDecimal amount, BigDecimal bound) {

    /** Whether cash is moved into the portfolio. */
    public boolean isIn() {
        return amount.signum() > 0;
    }

    /** The same in a line, digit by digit. */
    String text() {
        return "transfer %d %s portfolio %d %s"
                .formatted(
                        number, strategy, portfolio, amount.stripTrailingZeros().toPlainString());
    }
}
