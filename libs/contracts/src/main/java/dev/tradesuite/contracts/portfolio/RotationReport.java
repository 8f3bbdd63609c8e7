package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at every strategy on paper and with money. {@code POST /api/v1/rotation/run}.
 *
 * @param runId identifies the run
 * @param asOf when the returns were read
 * @param outcomes of each strategy that was looked at, by code
 */
public record RotationReport(UUID runId, Instant asOf, List<Outcome> outcomes) {

    /**
     * What came of one strategy.
     *
     * @param reason a {@link RotationReason}, with the figures
     * @param evidence what was measured
     * @param proposalId proposal that was made, renewed or is waiting; absent when there is none
     */
    public record Outcome(String code, Reason reason, List<LifecycleEvidence> evidence, @Nullable UUID proposalId) {}
}
