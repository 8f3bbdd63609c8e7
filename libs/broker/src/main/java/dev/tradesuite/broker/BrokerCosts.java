package dev.tradesuite.broker;

import java.math.BigDecimal;

/**
 * What a broker takes of a trade, as far as it is known beforehand.
 *
 * @param spreadPips distance between bid and ask
 * @param slippagePips how much worse than the price a market or stop order fills
 * @param commissionPerLot in the account currency, for each lot of each fill
 */
public record BrokerCosts(BigDecimal spreadPips, BigDecimal slippagePips, BigDecimal commissionPerLot) {

    /** Nothing is known of them. */
    public static final BrokerCosts NONE = new BrokerCosts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
}
