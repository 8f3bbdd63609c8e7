package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.HeldLots;
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
 * @param strategies what each strategy holds of them; absent where it is not known
 */
public record AccountFunds(
        String currency,
        @Nullable BigDecimal equity,
        List<Held> holdings,
        BigDecimal marginUsed,
        @Nullable List<HeldByStrategy> strategies) {

    /** An account none of whose margin is known to be used. */
    public AccountFunds(String currency, @Nullable BigDecimal equity, List<Held> holdings) {
        this(currency, equity, holdings, BigDecimal.ZERO, null);
    }

    public AccountFunds {
        holdings = List.copyOf(holdings);
        strategies = strategies == null ? null : List.copyOf(strategies);
    }

    /**
     * What is known of an account without its books: a position that its orders have made.
     *
     * @param holders who holds how much of it; absent where that is not known
     */
    static AccountFunds withoutBooks(String currency, Held held, @Nullable HeldLots holders) {
        return new AccountFunds(
                currency,
                null,
                List.of(held),
                BigDecimal.ZERO,
                holders == null ? null : holders(held.symbol(), holders).toList());
    }

    /**
     * The same account with another position in an instrument than its books have.
     *
     * @param holders who holds how much of it; absent: those of the books
     */
    AccountFunds holding(Held held, @Nullable HeldLots holders) {
        List<Held> others = holdings.stream()
                .filter(other -> !other.symbol().equals(held.symbol()))
                .toList();
        return new AccountFunds(
                currency,
                equity,
                Stream.concat(others.stream(), Stream.of(held)).toList(),
                marginUsed,
                holders == null ? strategies : withHolders(held.symbol(), holders));
    }

    private List<HeldByStrategy> withHolders(String symbol, HeldLots holders) {
        Stream<HeldByStrategy> others = strategies == null
                ? Stream.empty()
                : strategies.stream().filter(other -> !other.symbol().equals(symbol));
        return Stream.concat(others, holders(symbol, holders)).toList();
    }

    private static Stream<HeldByStrategy> holders(String symbol, HeldLots holders) {
        return holders.byHolder().entrySet().stream()
                .map(holder -> new HeldByStrategy(holder.getKey(), symbol, holder.getValue()));
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
     * Lots a strategy holds of an instrument, above 0 when bought, below 0 when sold; 0 for nothing. Empty when it is
     * not known, or when what all hold is not the position that is known.
     */
    Optional<BigDecimal> heldBy(String strategy, String symbol) {
        if (strategies == null) {
            return Optional.empty();
        }
        List<HeldByStrategy> all =
                strategies.stream().filter(held -> held.symbol().equals(symbol)).toList();
        BigDecimal position = held(symbol).map(Held::signedLots).orElse(BigDecimal.ZERO);
        return sum(all).compareTo(position) == 0
                ? Optional.of(sum(all.stream()
                        .filter(held -> held.strategy().equals(strategy))
                        .toList()))
                : Optional.empty();
    }

    /** Lots of the position that an exit of this side reduces; zero without one. */
    Lots reducedBy(Side side, String symbol) {
        return held(symbol)
                .filter(position -> position.side() != side)
                .map(Held::lots)
                .orElse(Lots.ZERO);
    }

    private static BigDecimal sum(List<HeldByStrategy> held) {
        return held.stream().map(HeldByStrategy::lots).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * An open position.
     *
     * @param symbol instrument
     * @param side BUY for long, SELL for short
     * @param lots size
     */
    public record Held(String symbol, Side side, Lots lots) {

        /** @param lots above 0 when bought, below 0 when sold; not 0 */
        static Held of(String symbol, BigDecimal lots) {
            return new Held(symbol, lots.signum() > 0 ? Side.BUY : Side.SELL, new Lots(lots.abs()));
        }

        /** Above 0 when bought, below 0 when sold. */
        BigDecimal signedLots() {
            return lots.value().multiply(BigDecimal.valueOf(side.sign()));
        }
    }

    /**
     * What a strategy holds of an instrument.
     *
     * @param strategy its code, or {@code unassigned}
     * @param symbol instrument
     * @param lots above 0 when bought, below 0 when sold
     */
    public record HeldByStrategy(String strategy, String symbol, BigDecimal lots) {}
}
