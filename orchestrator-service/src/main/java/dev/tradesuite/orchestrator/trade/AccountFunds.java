package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a trade is sized against.
 *
 * @param currency of the account
 * @param equity cash and open profit; absent while the books do not answer, when only exits are possible
 * @param holdings open positions; empty for a supposed account
 * @param marginUsed margin they take
 */
public record AccountFunds(String currency, @Nullable BigDecimal equity, List<Held> holdings, BigDecimal marginUsed) {

    /** An account none of whose margin is known to be used. */
    public AccountFunds(String currency, @Nullable BigDecimal equity, List<Held> holdings) {
        this(currency, equity, holdings, BigDecimal.ZERO);
    }

    public AccountFunds {
        holdings = List.copyOf(holdings);
    }

    /** What is known of an account without its books: a position that its orders have made. */
    static AccountFunds withoutBooks(String currency, Held held) {
        return new AccountFunds(currency, null, List.of(held));
    }

    /** The same account with another position in an instrument than its books have. */
    AccountFunds holding(Held held) {
        List<Held> others = holdings.stream()
                .filter(other -> !other.symbol().equals(held.symbol()))
                .toList();
        return new AccountFunds(
                currency,
                equity,
                Stream.concat(others.stream(), Stream.of(held)).toList(),
                marginUsed);
    }

    /** Cash and open profit of an account whose books have answered. */
    public BigDecimal knownEquity() {
        if (equity == null) {
            throw new IllegalStateException("the books did not answer");
        }
        return equity;
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
