package dev.tradesuite.strategy.cycle;

import java.util.UUID;

/**
 * A cycle that is asked for.
 *
 * @param portfolioId portfolio
 * @param cycleId identifies the cycle; a repeat has the same
 * @param fence number of the run, which the books hold against those of other runs; 0: the one they have
 */
public record CycleRequest(long portfolioId, UUID cycleId, long fence) {}
