package dev.tradesuite.contracts.cycle;

import java.util.List;

/**
 * Where the cycles of a strategy go. {@code GET /orchestrator/strategies}.
 *
 * @param strategies by name
 */
public record StrategyMapping(List<Entry> strategies) {

    /**
     * A mapped strategy.
     *
     * @param type key of the strategy
     * @param url address of its controller
     * @param port of that address
     */
    public record Entry(String type, String url, int port) {}
}
