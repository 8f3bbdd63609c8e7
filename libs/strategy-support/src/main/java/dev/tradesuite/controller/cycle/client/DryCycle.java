package dev.tradesuite.controller.cycle.client;

import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.strategy.cycle.CycleIntents;
import dev.tradesuite.strategy.cycle.CycleSummary;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.cycle.PortfolioState;

/** A cycle that only says what it would do. */
record DryCycle(PortfolioState portfolio) implements OpenCycle<CycleReport> {

    @Override
    public void book(CycleIntents batch) {
        // Nothing is traded.
    }

    @Override
    public CycleReport complete(CycleSummary summary) {
        return CycleReportMapper.dryRun(summary);
    }
}
