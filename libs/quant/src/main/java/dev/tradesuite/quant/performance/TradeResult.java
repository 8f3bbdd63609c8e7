package dev.tradesuite.quant.performance;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a closed trade brought.
 *
 * @param openedAt when it was entered
 * @param closedAt when it was left, not before that
 * @param netProfit in the account currency, all costs taken off; negative for a loss
 * @param fees the costs among it, 0 or more
 */
public record TradeResult(Instant openedAt, Instant closedAt, BigDecimal netProfit, BigDecimal fees) {

    public TradeResult {
        if (closedAt.isBefore(openedAt)) {
            throw new IllegalArgumentException(
                    "a trade must not close before it opens, was " + openedAt + " and " + closedAt);
        }
        if (fees.signum() < 0) {
            throw new IllegalArgumentException("fees must not be negative, was " + fees.toPlainString());
        }
    }
}
