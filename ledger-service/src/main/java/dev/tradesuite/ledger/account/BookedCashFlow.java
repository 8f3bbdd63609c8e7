package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.CashFlow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A cash flow in the books.
 *
 * @param id flow
 * @param accountId account
 * @param sequence the account's sequence number after it
 * @param flow what was paid
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
        String reason,
        BigDecimal balanceAfter,
        BigDecimal netCashFlowAfter,
        String person,
        Instant bookedAt) {}
