package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.CashFlow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cash flow in the books.
 *
 * @param id flow
 * @param accountId account
 * @param sequence the account's sequence number after it
 * @param flow what was paid
 * @param strategy that caused it; absent without one
 * @param reason why
 * @param balanceAfter cash after it
 * @param netCashFlowAfter all flows of the account so far
 * @param person who wanted it
 * @param bookedAt when
 */
public record BookedCashFlow(
        UUID id,
        String accountId,
        long sequence,
        CashFlow flow,
        @Nullable String strategy,
        String reason,
        BigDecimal balanceAfter,
        BigDecimal netCashFlowAfter,
        String person,
        Instant bookedAt) {}
