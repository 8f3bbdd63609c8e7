package dev.tradesuite.contracts.ledger;

import java.util.List;

/**
 * The cash of a portfolio changed by trades that were booked together. Event {@code portfolio.traded} on
 * {@code ledger.events}, keyed by portfolio.
 *
 * @param portfolioId portfolio
 * @param trades in the order they were booked
 */
public record PortfolioTraded(long portfolioId, List<MarketTrade> trades) {}
