package dev.tradesuite.accounting.account;

import java.util.List;

/**
 * What a fill did to an account.
 *
 * @param account after the fill
 * @param trade the fill as booked
 * @param holdings those that it changed, as they are now
 */
public record AccountBooking(Account account, Trade trade, List<StrategyHolding> holdings) {

    public AccountBooking {
        holdings = List.copyOf(holdings);
    }
}
