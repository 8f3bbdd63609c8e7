package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stop of trading has begun, has come to another step or has ended. Event {@code stop.changed} on
 * {@code orders.events}, keyed by account, or by {@code all}.
 *
 * @param stopId names the stop
 * @param level how much is stopped
 * @param scope one account, or all
 * @param id account; absent with scope {@code all}
 * @param reason why, in the words of the person
 * @param askedBy who stopped
 * @param state where it stands
 * @param step what it does, or did last
 * @param waitingFor why it failed; absent otherwise
 * @param supersededBy the stop that goes on in its place; absent unless superseded
 * @param changedAt when
 */
public record TradingStopChanged(
        UUID stopId,
        StopLevel level,
        StopScope scope,
        @Nullable String id,
        String reason,
        String askedBy,
        StopState state,
        StopStep step,
        @Nullable Reason waitingFor,
        @Nullable UUID supersededBy,
        Instant changedAt) {}
