package dev.tradesuite.market;

import java.math.BigDecimal;
import java.util.List;

/**
 * Something that will happen or not, and the markets on it.
 *
 * @param id at the venue
 * @param title for people
 * @param liquidity resting orders of all its markets, USD
 * @param volume traded since it was opened, USD
 * @param active whether the venue still trades it
 * @param exhaustive whether exactly one of {@code markets} comes true with its first outcome, and all of them are here.
 *     Only then do their YES prices have to sum to 1
 * @param markets at least one
 */
public record MarketEvent(
        String id,
        String title,
        BigDecimal liquidity,
        BigDecimal volume,
        boolean active,
        boolean exhaustive,
        List<Market> markets) {

    public MarketEvent {
        markets = List.copyOf(markets);
    }
}
