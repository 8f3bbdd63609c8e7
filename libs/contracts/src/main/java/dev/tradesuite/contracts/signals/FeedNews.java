package dev.tradesuite.contracts.signals;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of the WebSocket feed about strategies, accounts, trading and jobs. Clients get it with {@code seq}.
 *
 * @param type {@code portfolio_state}, {@code portfolio_risk}, {@code portfolio_limit}, {@code rebalancing},
 *     {@code approval}, {@code lifecycle}, {@code correlation_breach}, {@code rotation_proposal},
 *     {@code broker_difference}, {@code order}, {@code account}, {@code risk_state}, {@code cycle},
 *     {@code job_progress}, {@code notification} or {@code activity}
 * @param timestamp when it happened
 * @param event type of the event it was made from, such as {@code lifecycle.changed}
 * @param accountId account it is about; absent when it is about none
 * @param data of that event; of {@code job_progress} a job, of {@code notification} and {@code activity} the entry of
 *     the list
 */
public record FeedNews(
        String type, Instant timestamp, String event, @Nullable String accountId, Map<String, Object> data) {}
