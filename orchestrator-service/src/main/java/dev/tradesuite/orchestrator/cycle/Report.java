package dev.tradesuite.orchestrator.cycle;

/**
 * What a controller says about a cycle that ended well. The document is its own; here it is only passed on.
 *
 * @param document the report as JSON
 * @param trades orders filled
 */
public record Report(String document, int trades) {}
