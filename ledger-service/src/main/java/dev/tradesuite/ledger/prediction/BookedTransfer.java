package dev.tradesuite.ledger.prediction;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Cash that was moved between an account and a portfolio.
 *
 * @param id names it, and the cash flow of the account
 * @param amount above 0 into the portfolio, below 0 out of it
 * @param accountBalanceAfter balance of the account after it
 * @param portfolioCashAfter cash of the portfolio after it
 * @param person who wanted it
 * @param bookedAt when
 */
public record BookedTransfer(
        UUID id,
        String accountId,
        long portfolioId,
        BigDecimal amount,
        BigDecimal accountBalanceAfter,
        BigDecimal portfolioCashAfter,
        String person,
        Instant bookedAt) {}
