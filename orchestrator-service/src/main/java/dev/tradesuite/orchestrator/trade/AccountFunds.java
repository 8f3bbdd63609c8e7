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
public record AccountFunds(String currency, BigDecimal equity, List<Held> holdings) {

    public AccountFunds {
        holdings = List.copyOf(holdings);
    }

    /** The open position in an instrument. */
    public Optional<Held> held(String symbol) {
        return holdings.stream().filter(held -> held.symbol().equals(symbol)).findFirst();
    }

    /**
     * An open position.
     *
     * @param symbol instrument
     * @param side BUY for long, SELL for short
     * @param lots size
     */
    public record Held(String symbol, Side side, Lots lots) {}
}
