package dev.tradesuite.signals.position;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.signals.series.ModelAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * Positions that are held.
 *
 * @param at when it was asked
 * @param positions each with the account it belongs to
 */
public record HeldPositions(Instant at, List<Held> positions) {

    public HeldPositions {
        positions = List.copyOf(positions);
    }

    /** Whose position it is. */
    public record Held(ModelAccount account, ModelPosition position) {}

    /** US dollars at the entries. */
    public BigDecimal totalNotional() {
        return sum(held -> held.position().size().notional());
    }

    /** Unrealised, US dollars. */
    public BigDecimal totalPnl() {
        return sum(held -> held.position().worth().unrealizedPnl());
    }

    private BigDecimal sum(Function<Held, BigDecimal> amount) {
        return Amounts.stripped(positions.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
