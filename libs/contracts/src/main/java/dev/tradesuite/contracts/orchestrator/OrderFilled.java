package dev.tradesuite.contracts.orchestrator;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order was filled, wholly or in part. Event {@code order.filled} on {@code orders.events}, keyed by account.
 *
 * @param fillId this fill
 * @param orderId order
 * @param clientOrderId key the broker knows it by
 * @param accountId account
 * @param symbol instrument
 * @param side of the order
 * @param lots lots of this fill
 * @param price fill price in the quote currency
 * @param cumulativeLots lots of the order filled so far, this fill included
 * @param orderComplete whether no further fill will follow
 * @param commission of this fill in the account currency
 * @param conversionRate quote currency to account currency at the time: amount in quote x rate
 * @param conversionRates prices of the currency pairs that rate came from, by symbol
 * @param conversionRatesAt when each of those prices was true, by symbol
 * @param conversionStale whether one of them was older at the fill than the setting allows; nothing newer was known
 * @param leverage stated with the order; absent: the instrument's margin rate applies
 * @param stopLossPrice protective stop of the position; absent without one
 * @param reduceOnly whether the order may only reduce a position
 * @param strategy that wanted the trade; absent without one
 * @param label PAPER or LIVE
 * @param filledAt when
 * @param exitReason why it closes what it closes of a position; absent in what was told before this was known
 * @param protection every stop and target that works for the account and the instrument after this; absent: as before
 */
public record OrderFilled(
        UUID fillId,
        UUID orderId,
        String clientOrderId,
        String accountId,
        String symbol,
        Side side,
        BigDecimal lots,
        BigDecimal price,
        BigDecimal cumulativeLots,
        boolean orderComplete,
        BigDecimal commission,
        BigDecimal conversionRate,
        Map<String, BigDecimal> conversionRates,
        Map<String, Instant> conversionRatesAt,
        boolean conversionStale,
        @Nullable BigDecimal leverage,
        @Nullable BigDecimal stopLossPrice,
        boolean reduceOnly,
        @Nullable String strategy,
        RunLabel label,
        Instant filledAt,
        @Nullable ExitReason exitReason,
        @Nullable List<ProtectiveOrder> protection) {}
