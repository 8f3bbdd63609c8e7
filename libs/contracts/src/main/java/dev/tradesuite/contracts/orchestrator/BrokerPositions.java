package dev.tradesuite.contracts.orchestrator;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an account holds at its broker. {@code GET /api/v1/orchestrator/broker-positions?account=}
 *
 * @param accountId account
 * @param broker such as {@code paper}
 * @param positions of every instrument the account has traded, those that are flat included
 */
public record BrokerPositions(String accountId, String broker, List<SymbolPosition> positions) {

    /**
     * A position at the broker.
     *
     * @param symbol instrument
     * @param lots negative when short
     */
    public record SymbolPosition(String symbol, BigDecimal lots) {}
}
