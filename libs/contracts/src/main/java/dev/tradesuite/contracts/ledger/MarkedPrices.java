package dev.tradesuite.contracts.ledger;

import java.util.List;

/**
 * What prices did to a portfolio.
 *
 * @param portfolio the portfolio after them
 * @param positions its open positions after them
 * @param settlements trades that settled positions, those of an earlier call of the same cycle included
 */
public record MarkedPrices(Portfolio portfolio, List<MarketPosition> positions, List<MarketTrade> settlements) {}
