package dev.tradesuite.orchestrator.cycle;

/**
 * This orchestrator among all that share the database, for people who look into its tables.
 *
 * @param name differs with every start
 */
public record CycleOwner(String name) {}
