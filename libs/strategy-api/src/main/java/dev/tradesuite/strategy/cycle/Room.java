package dev.tradesuite.strategy.cycle;

import dev.tradesuite.strategy.selection.HeldOutcome;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a portfolio has left for purchases.
 *
 * <p>What is sold or has come to its end leaves its slot and its cash to a purchase, because the books settle and sell
 * before they buy.
 *
 * @param slots positions that may be opened, at least 0
 * @param cash that may be spent, USD
 */
record Room(int slots, BigDecimal cash) {

    /**
     * @param sales that the cycle makes
     * @param maxPositions how many may be open at a time
     */
    static Room after(List<OrderIntent> sales, Holdings holdings, BigDecimal cashNow, int maxPositions) {
        BigDecimal cash = cashNow;
        Set<String> leaving = new HashSet<>();
        for (HeldOutcome held : holdings.outcomes()) {
            Optional<BigDecimal> payout = held.payout();
            if (payout.isPresent()) {
                leaving.add(held.marketId());
                cash = cash.add(held.shares().multiply(payout.get()));
            }
        }
        for (OrderIntent sale : sales) {
            Optional<HeldOutcome> sold = holdings.of(sale.marketId());
            if (sold.isPresent() && leaving.add(sale.marketId())) {
                cash = cash.add(Ranking.lessFee(sold.get().shares().multiply(sale.price()), sale));
            }
        }
        return new Room(Math.max(0, maxPositions - (holdings.size() - leaving.size())), cash);
    }
}
