package dev.tradesuite.signals.book;

import java.util.List;

/**
 * A bar that was booked.
 *
 * @param bar the bar
 * @param steps what it made of each model's account, in the order of the models
 */
public record BookedBar(SignalBar bar, List<ModelStep> steps) {

    public BookedBar {
        steps = List.copyOf(steps);
    }
}
