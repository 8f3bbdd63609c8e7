package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import java.util.ArrayList;
import java.util.List;

/**
 * What a trade is sized against, and in which money.
 *
 * @param funds the account
 * @param prices prices of currency pairs that lead to its currency
 */
record Funding(AccountFunds funds, Conversion.Prices prices) {

    /** With something more that a trader should know. */
    Funding noting(Reason notice) {
        List<Reason> notices = new ArrayList<>(prices.notices());
        notices.addFirst(notice);
        return new Funding(funds, new Conversion.Prices(prices.byPair(), notices, prices.complete()));
    }
}
