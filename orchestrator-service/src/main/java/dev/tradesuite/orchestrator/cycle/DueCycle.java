package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.cycle.CycleTrigger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * A cycle that is to be run.
 *
 * @param strategyQueue strategy expected when it was asked for, whose cycles wait for one another only; empty when that
 *     was not known
 * @param at when it is due
 */
public record DueCycle(UUID id, long portfolioId, String strategyQueue, CycleTrigger trigger, Instant at) {

    /** The cycle of a schedule. Two schedulers that wake for the same due time mean the same cycle. */
    public static DueCycle scheduled(long portfolioId, String strategyType, Instant at) {
        UUID id =
                UUID.nameUUIDFromBytes("cycle|%d|%s".formatted(portfolioId, at).getBytes(StandardCharsets.UTF_8));
        return new DueCycle(id, portfolioId, strategyType, CycleTrigger.SCHEDULE, at);
    }
}
