package dev.tradesuite.strategy.cycle;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio at the beginning of a cycle.
 *
 * @param portfolioId portfolio
 * @param strategyType strategy that runs it
 * @param status whether its cycles run
 * @param cash USD
 * @param config what it sets
 * @param positions open positions
 * @param resting markets it was burnt by not long ago
 */
public record PortfolioState(
        long portfolioId,
        String strategyType,
        PortfolioStatus status,
        BigDecimal cash,
        Map<String, @Nullable Object> config,
        List<OpenPosition> positions,
        List<RestingMarket> resting) {

    public PortfolioState {
        // Not Map.copyOf: a value may be null, which the check of the configuration then names.
        config = new HashMap<>(config);
        positions = List.copyOf(positions);
        resting = List.copyOf(resting);
    }

    /**
     * A market that was sold at a loss, or a leg of a set that risk-service refused.
     *
     * @param marketId market
     * @param since when that was
     */
    public record RestingMarket(String marketId, Instant since) {}

    /**
     * An open position.
     *
     * @param marketId market
     * @param question what the market asks
     * @param outcome outcome held
     * @param shares how many
     * @param averagePrice price paid per share
     * @param openedAt time of the buy
     */
    public record OpenPosition(
            String marketId,
            String question,
            String outcome,
            BigDecimal shares,
            BigDecimal averagePrice,
            Instant openedAt) {}
}
