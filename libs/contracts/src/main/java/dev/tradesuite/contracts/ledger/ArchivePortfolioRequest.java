package dev.tradesuite.contracts.ledger;

/**
 * How a portfolio is ended. {@code POST /portfolios/{id}/archive}; without a body nothing is sold.
 *
 * @param liquidate whether what it holds is sold first; otherwise a portfolio that holds anything is not archived
 */
public record ArchivePortfolioRequest(boolean liquidate) {}
