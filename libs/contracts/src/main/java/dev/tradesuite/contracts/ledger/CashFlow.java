package dev.tradesuite.contracts.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cash that was paid into an account or out of it. It is no profit.
 *
 * @param flowId flow
 * @param accountId account
 * @param kind what it was
 * @param strategy that caused it; absent without one
 * @param amount as it was stated, in the account currency
 * @param cashChange what it did to the balance: negative for a withdrawal, a fee, a transfer that goes out and what was
 *     charged
 * @param reason why, in the words of the person
 * @param balanceAfter balance of the account after it
 * @param netCashFlowAfter all flows of the account so far
 * @param person subject of the token
 * @param bookedAt when
 */
public record CashFlow(
        UUID flowId,
        String accountId,
        CashFlowKind kind,
        @Nullable String strategy,
        BigDecimal amount,
        BigDecimal cashChange,
        String reason,
        BigDecimal balanceAfter,
        BigDecimal netCashFlowAfter,
        String person,
        Instant bookedAt) {}
