package dev.tradesuite.contracts.cycle;

import java.time.Instant;
import java.util.UUID;

/**
 * A cycle is due. Event {@code cycle.requested} on {@code cycles.requests}, keyed by portfolio.
 *
 * @param cycleId cycle
 * @param portfolioId portfolio
 * @param trigger what asked for it
 * @param dueAt when it was due
 */
public record CycleRequested(UUID cycleId, long portfolioId, CycleTrigger trigger, Instant dueAt) {}
