package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.orchestrator.ProtectiveOrder;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An open position; one per account and symbol.
 *
 * @param accountId account
 * @param symbol instrument
 * @param direction LONG or SHORT
 * @param lots size
 * @param averagePrice mean price of the open lots
 * @param stopLossPrice price at which the working stops have closed every lot; absent while they cover a part only
 * @param takeProfitPrice nearest working profit target; absent without one
 * @param unprotectedLots lots that no working stop closes; 0 for a position that is protected
 * @param lossAtStop loss in the account currency from the mark to the working stops, 0 or more; absent while a part has
 *     no stop: it is not known then
 * @param protectiveOrders every order that works to close it, stops first, the nearest first
 * @param markPrice what it is valued at
 * @param markSource whether that is a price of the market, or that of its own fill for want of one
 * @param markedAt when that price was true
 * @param conversionRate quote currency to account currency, as newest known
 * @param floatingPnl open profit in the account currency
 * @param marginUsed margin in the account currency: what its fills required, less the share of what was closed
 * @param leverage the leverage stated with its orders; absent when none was, or when they differ
 * @param openedAt time of the first fill
 */
public record Position(
        String accountId,
        String symbol,
        Direction direction,
        BigDecimal lots,
        BigDecimal averagePrice,
        @Nullable BigDecimal stopLossPrice,
        @Nullable BigDecimal takeProfitPrice,
        BigDecimal unprotectedLots,
        @Nullable BigDecimal lossAtStop,
        List<ProtectiveOrder> protectiveOrders,
        BigDecimal markPrice,
        MarkSource markSource,
        Instant markedAt,
        BigDecimal conversionRate,
        BigDecimal floatingPnl,
        BigDecimal marginUsed,
        @Nullable BigDecimal leverage,
        Instant openedAt) {}
