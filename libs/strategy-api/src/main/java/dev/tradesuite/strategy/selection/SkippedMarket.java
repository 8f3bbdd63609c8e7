package dev.tradesuite.strategy.selection;

import dev.tradesuite.market.Market;

/**
 * A market that passed the filters and is not bought all the same.
 *
 * @param marketId market at its venue
 * @param question what the market asks
 * @param why what it does not pass
 */
public record SkippedMarket(String marketId, String question, Miss why) {

    public static SkippedMarket of(Market market, Miss why) {
        return new SkippedMarket(market.id(), market.question(), why);
    }
}
