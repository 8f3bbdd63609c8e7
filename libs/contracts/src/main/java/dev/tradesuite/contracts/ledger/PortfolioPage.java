package dev.tradesuite.contracts.ledger;

import java.util.List;

/**
 * Portfolios. {@code GET /portfolios/list}.
 *
 * @param portfolios by number
 * @param total how many there are with the filter asked for
 */
public record PortfolioPage(List<Portfolio> portfolios, long total) {}
