package dev.tradesuite.contracts.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How a portfolio is ended. {@code POST /portfolios/{id}/archive}; without a body nothing is sold.
 *
 * @param liquidate whether what it holds is sold first; absent or false: a portfolio that holds anything is not
 *     archived
 */
public record ArchivePortfolioRequest(@Nullable Boolean liquidate) {}
