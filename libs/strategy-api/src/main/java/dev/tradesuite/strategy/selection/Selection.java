package dev.tradesuite.strategy.selection;

import dev.tradesuite.contracts.market.Reason;
import java.util.List;

/**
 * What a strategy wants.
 *
 * @param intents in any order
 * @param skipped markets it looked at and does not want
 * @param warnings what a person should know about them
 */
public record Selection(List<OrderIntent> intents, List<SkippedMarket> skipped, List<Reason> warnings) {

    public Selection {
        intents = List.copyOf(intents);
        skipped = List.copyOf(skipped);
        warnings = List.copyOf(warnings);
    }

    /** Intents about which nothing is to be said. */
    public static Selection of(List<OrderIntent> intents) {
        return new Selection(intents, List.of(), List.of());
    }
}
