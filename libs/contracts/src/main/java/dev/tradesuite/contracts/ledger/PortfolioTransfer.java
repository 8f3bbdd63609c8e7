package dev.tradesuite.contracts.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * Cash that was moved between an account and a portfolio. It is no profit of either.
 *
 * @param transferId identifies it; the cash flow of the account has the same
 * @param accountId account
 * @param portfolioId portfolio
 * @param amount above 0 into the portfolio, below 0 out of it
 * @param accountBalanceAfter balance of the account after it
 * @param portfolioCashAfter cash of the portfolio after it
 * @param person subject of the token
 * @param bookedAt when
 */
public record PortfolioTransfer(
        UUID transferId,
        String accountId,
        long portfolioId,
        BigDecimal amount,
        BigDecimal accountBalanceAfter,
        BigDecimal portfolioCashAfter,
        String person,
        Instant bookedAt) {}
