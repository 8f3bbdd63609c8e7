package dev.tradesuite.strategy.selection;

import java.util.List;

/**
 * What a strategy wants.
 *
 * @param wishes in any order
 * @param warnings what a person should know about them
 */
public record Selection(List<SignalWish> wishes, List<Warning> warnings) {

    public Selection {
        wishes = List.copyOf(wishes);
        warnings = List.copyOf(warnings);
    }

    /** Wishes about which nothing is to be said. */
    public static Selection of(List<SignalWish> wishes) {
        return new Selection(wishes, List.of());
    }
}
