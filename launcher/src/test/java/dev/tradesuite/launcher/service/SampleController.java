package dev.tradesuite.launcher.service;

import dev.tradesuite.strategy.parameter.ParameterSet;
import dev.tradesuite.strategy.selection.Selection;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyInput;
import dev.tradesuite.strategy.selection.StrategyProvider;

/** A strategy that is known and never asked. */
public record SampleController(String type, int defaultPort, boolean startsWithTheSuite)
        implements StrategyProvider, Strategy {

    @Override
    public Strategy strategy() {
        return this;
    }

    @Override
    public String name() {
        return type;
    }

    @Override
    public String description() {
        return type;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public ParameterSet parameters() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Selection select(StrategyInput input) {
        throw new UnsupportedOperationException();
    }
}
