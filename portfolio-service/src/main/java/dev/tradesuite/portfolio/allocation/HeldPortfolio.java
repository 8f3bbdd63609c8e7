package dev.tradesuite.portfolio.allocation;

import java.math.BigDecimal;

/**
 * A portfolio of prediction markets.
 *
 * @param id its number
 * @param currency of both amounts
 * @param value cash and what its positions are worth
 * @param cash what is not in positions
 * @param archived whether it has ended
 */
public record HeldPortfolio(long id, String currency, BigDecimal value, BigDecimal cash, boolean archived) {}
