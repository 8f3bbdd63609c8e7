package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a trade is sized against.
 *
 * @param currency of the account
 * @param equity cash and open profit
 * @param holdings open positions; empty for a supposed account
 */
public record Funds(String currency, BigDecimal equity, List<Holding> holdings) {

    public Funds {
        holdings = List.copyOf(holdings);
    }

    /** The open position in an instrument. */
    public Optional<Holding> holding(String symbol) {
        return holdings.stream().filter(held -> held.symbol().equals(symbol)).findFirst();
    }

    /**
     * An open position.
     *
     * @param symbol instrument
     * @param side BUY for long, SELL for short
     * @param lots size
     */
    public record Holding(String symbol, Side side, Lots lots) {}
}
