package dev.tradesuite.signals.position;

import dev.tradesuite.signals.series.ModelSeries;
import java.util.List;

/** Open positions. */
@FunctionalInterface
public interface PositionStore {

    /** The open positions on a series, in the order they were entered, at the close of the newest bar. */
    List<ModelPosition> open(ModelSeries series);
}
