package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order ended without being filled in full. Event {@code order.closed} on {@code orders.events}, keyed by account;
 * what it still holds in reservations is free again.
 *
 * @param orderId order
 * @param clientOrderId key the broker knows it by
 * @param accountId account
 * @param symbol instrument
 * @param status DENIED, REJECTED, CANCELLED or EXPIRED
 * @param filledLots lots filled before it ended
 * @param reason why
 * @param closedAt when
 * @param protection every stop and target that works for the account and the instrument after this; absent: as before
 */
public record OrderClosed(
        UUID orderId,
        String clientOrderId,
        String accountId,
        String symbol,
        OrderStatus status,
        BigDecimal filledLots,
        Reason reason,
        Instant closedAt,
        @Nullable List<ProtectiveOrder> protection) {}
