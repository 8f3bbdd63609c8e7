package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.strategy.selection.OrderIntent;
import java.util.List;

/**
 * Everything a cycle wants of the books, at once.
 *
 * @param label what the trades are
 * @param prices what is known of the markets that are held
 * @param intents what to trade, sales first, then the purchases in the order they are served
 */
public record CycleIntents(RunLabel label, List<HeldPrice> prices, List<OrderIntent> intents) {

    public CycleIntents {
        prices = List.copyOf(prices);
        intents = List.copyOf(intents);
    }

    /** Whether there is nothing to tell and nothing to trade. */
    public boolean isEmpty() {
        return prices.isEmpty() && intents.isEmpty();
    }
}
