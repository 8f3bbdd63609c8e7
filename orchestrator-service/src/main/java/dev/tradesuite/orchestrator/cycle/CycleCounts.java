package dev.tradesuite.orchestrator.cycle;

/**
 * What came of a cycle, in figures; the rest of its report is kept by ledger-service.
 *
 * @param signals signals before they were cut to the open slots
 * @param trades orders filled
 * @param denied orders refused by our own checks
 * @param settled positions settled because their market was resolved
 */
public record CycleCounts(int signals, int trades, int denied, int settled) {}
