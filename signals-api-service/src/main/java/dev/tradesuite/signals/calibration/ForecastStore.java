package dev.tradesuite.signals.calibration;

import dev.tradesuite.signals.series.ModelSeries;
import java.util.function.Consumer;

/** Signals whose outcome is known. */
@FunctionalInterface
public interface ForecastStore {

    /**
     * Hands over every signal of a strategy to buy or sell that did not abstain, oldest first.
     *
     * @param horizon stored bars after which the outcome is looked at; a younger signal is left out
     */
    void read(ModelSeries series, int strategyId, int horizon, Consumer<Forecast> each);
}
