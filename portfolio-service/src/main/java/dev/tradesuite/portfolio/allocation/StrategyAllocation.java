package dev.tradesuite.portfolio.allocation;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a strategy works with in an account.
 *
 * @param capital in the currency of the account, 0 or more: weight x value of the account when it was put into force
 * @param weight 0 to 1
 * @param since when it was put into force
 * @param version of the target it comes from
 */
public record StrategyAllocation(
        String account, String strategy, BigDecimal capital, double weight, Instant since, long version) {

    public StrategyAllocation {
        if (capital.signum() < 0 || !(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("capital is 0 or more and a weight from 0 to 1, was %s and %s"
                    .formatted(capital.toPlainString(), weight));
        }
    }
}
