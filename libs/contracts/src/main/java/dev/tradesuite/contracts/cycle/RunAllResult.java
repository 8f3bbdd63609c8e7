package dev.tradesuite.contracts.cycle;

import java.util.List;

/**
 * The cycles of all active portfolios. {@code POST /orchestrator/run-all-portfolios}.
 *
 * @param total portfolios that were active
 * @param succeeded cycles that ended well
 * @param failed cycles that did not
 * @param trades orders filled in all of them
 * @param executionTimeMs how long it took altogether
 * @param results one for each portfolio, by number, without its report; {@code GET /orchestrator/cycles/{id}} has it
 */
public record RunAllResult(
        int total, int succeeded, int failed, int trades, long executionTimeMs, List<Cycle> results) {}
