package dev.tradesuite.market;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One answer to a market's question, with its prices per share.
 *
 * @param name such as {@code Yes}
 * @param price what the venue shows, most often the middle of the spread; not a price anybody offers
 * @param bid what a share can be sold for; absent when nobody bids
 * @param ask what a share can be bought for; absent when nobody offers. The two outcomes of a yes-or-no market share
 *     one order book, so NO is offered at 1 less the bid for YES
 */
public record Outcome(String name, @Nullable BigDecimal price, @Nullable BigDecimal bid, @Nullable BigDecimal ask) {}
