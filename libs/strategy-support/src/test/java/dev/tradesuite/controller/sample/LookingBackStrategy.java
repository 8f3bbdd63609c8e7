package dev.tradesuite.controller.sample;

import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import java.time.Duration;
import java.util.List;

/** Looks a day back and wants nothing. */
public final class LookingBackStrategy implements Strategy {

    @Override
    public String type() {
        return "sample";
    }

    @Override
    public String name() {
        return "Sample";
    }

    @Override
    public String description() {
        return "Wants nothing";
    }

    @Override
    public String version() {
        return "1.0";
    }

    @Override
    public ParameterSet parameters() {
        return new ParameterSet(List.of(), List.of());
    }

    @Override
    public Duration lookback() {
        return Duration.ofHours(24);
    }

    @Override
    public Selection select(StrategyInput input) {
        return Selection.of(List.of());
    }
}
