package dev.tradesuite.brain.model.bar;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.learning.feature.PriceBars;
import java.util.List;
import java.util.Optional;

/**
 * What a model is shown.
 *
 * @param series what the bars are of
 * @param bars closed bars, oldest first
 * @param bar the bar it is asked about; what comes after it must not be looked at
 * @param others what the models asked before it said about the same bar
 * @param opinion what the language model thinks, or why it is not heard
 */
public record BarView(SeriesKey series, PriceBars bars, int bar, List<BarSignal> others, Opinion opinion) {

    public BarView {
        others = List.copyOf(others);
    }

    /** What another model said; empty when it is not asked on this machine. */
    public Optional<BarSignal> said(BarModelCode code) {
        return others.stream().filter(signal -> signal.code() == code).findFirst();
    }

    /** Closed bars up to this one, itself included. */
    public int closed() {
        return bar + 1;
    }

    BarView after(List<BarSignal> signals) {
        return new BarView(series, bars, bar, signals, opinion);
    }
}
