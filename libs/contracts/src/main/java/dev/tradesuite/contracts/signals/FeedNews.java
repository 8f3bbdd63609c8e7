package dev.tradesuite.contracts.signals;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of the WebSocket feed about strategies and accounts. Clients get it with {@code seq}.
 *
 * @param type {@code portfolio_state}, {@code portfolio_risk}, {@code portfolio_limit}, {@code rebalancing},
 *     {@code approval}, {@code lifecycle}, {@code correlation_breach}, {@code rotation_proposal} or
 *     {@code broker_difference}
 * @param timestamp when it happened
 * @param event type of the event it was made from, such as {@code lifecycle.changed}
 * @param accountId account it is about; absent when it is about none
 * @param data of that event
 */
public record FeedNews(
        String type, Instant timestamp, String event, @Nullable String accountId, Map<String, Object> data) {}
