package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision was made and its document is stored. Event {@code decision.made} on {@code orders.events}, keyed by
 * account, or by decision where the request supposes one.
 *
 * @param decisionId {@code GET /api/v1/orchestrator/decisions/{id}} has the document
 * @param accountId account in the books; absent where the request supposes one
 * @param symbol instrument
 * @param decision outcome
 * @param source what wanted the trade
 * @param side BUY or SELL; absent when nothing is wanted
 * @param lotSize lots; absent before a size is known
 * @param reason the first of the reasons
 * @param label whose fills they would be
 * @param strategy that wants the trade; absent without one
 * @param orderId order that was opened for it; absent without one
 * @param traceId W3C trace id of the request; absent without one
 * @param decidedAt when the decision was made
 */
public record DecisionMade(
        UUID decisionId,
        @Nullable String accountId,
        String symbol,
        Decision decision,
        DecisionSource source,
        @Nullable Side side,
        @Nullable BigDecimal lotSize,
        Reason reason,
        RunLabel label,
        @Nullable String strategy,
        @Nullable UUID orderId,
        @Nullable String traceId,
        Instant decidedAt) {}
