package dev.tradesuite.controller.history;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.feed.PriceStore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Which prices of a snapshot are kept: one in each slot of five minutes, the first that a controller sees there, of the
 * markets with the most liquidity.
 */
public final class PriceSlots {

    private PriceSlots() {}

    /**
     * A price that is kept.
     *
     * @param marketId market
     * @param outcome outcome of it
     * @param slot beginning of the slot
     * @param at when the outcome had the price
     * @param price of a share
     */
    public record SlotPrice(String marketId, String outcome, Instant slot, Instant at, double price) {}

    /** Beginning of the slot a moment lies in. */
    public static Instant slot(Instant moment) {
        long seconds = PriceStore.SPACING.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }

    /**
     * The prices of a snapshot that are kept.
     *
     * @param mostMarkets of so many markets at most
     */
    public static List<SlotPrice> of(MarketSnapshot snapshot, int mostMarkets) {
        return snapshot.events().stream()
                .flatMap(event -> event.markets().stream())
                .sorted(Comparator.comparing(Market::liquidity).reversed().thenComparing(Market::id))
                .limit(mostMarkets)
                .flatMap(market -> market.outcomes().stream()
                        .filter(outcome -> outcome.price() != null)
                        .map(outcome -> price(market, outcome, outcome.price())))
                .toList();
    }

    private static SlotPrice price(Market market, Outcome outcome, BigDecimal price) {
        return new SlotPrice(market.id(), outcome.name(), slot(market.at()), market.at(), price.doubleValue());
    }
}
