package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.Reason;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of the positions of a portfolio that was to sell them all. {@code POST /portfolios/{id}/liquidate}.
 *
 * @param portfolio after it
 * @param orders one for each position that has a price to be sold at
 * @param left positions that were not even tried to sell
 * @param cycleId cycle of the sales, whose report and snapshot are kept like those of any other; absent when nothing
 *     was to be sold
 */
public record LiquidatedPortfolio(
        Portfolio portfolio, List<PortfolioOrder> orders, List<Left> left, @Nullable UUID cycleId) {

    /**
     * A position that stays.
     *
     * @param marketId market at its venue
     * @param reason why it cannot be sold now
     */
    public record Left(String marketId, Reason reason) {}
}
