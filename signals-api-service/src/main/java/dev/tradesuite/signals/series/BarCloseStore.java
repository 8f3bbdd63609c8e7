package dev.tradesuite.signals.series;

import java.time.Instant;
import java.util.List;

/** Closes of the bars that accounts were booked on. */
@FunctionalInterface
public interface BarCloseStore {

    /** The closes of a series until a moment, oldest first, from the newest at or before the beginning on. */
    List<BarClose> closes(ModelSeries series, Instant from, Instant to);
}
