package dev.tradesuite.signals.position;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An open position of a model.
 *
 * @param id of the position
 * @param strategyId whose it is
 * @param direction LONG or SHORT
 * @param size how large it is
 * @param entryPrice average price it was entered at
 * @param entryTime when it was entered
 * @param exits where it is left
 * @param worth what it is worth at the newest price
 * @param label what kind of prices it was entered at
 */
public record ModelPosition(
        long id,
        int strategyId,
        Direction direction,
        PositionSize size,
        BigDecimal entryPrice,
        Instant entryTime,
        PositionExits exits,
        Worth worth,
        RunLabel label) {

    /**
     * How large a position is.
     *
     * @param quantity units of the base currency
     * @param notional US dollars at the entry
     * @param leverage notional / capital
     */
    public record PositionSize(BigDecimal quantity, BigDecimal notional, int leverage) {}

    /**
     * Where it is left.
     *
     * @param stopLoss absent without one
     * @param takeProfit absent without one
     */
    public record PositionExits(@Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {}

    /**
     * What it is worth.
     *
     * @param price newest
     * @param unrealizedPnl US dollars, before the costs of leaving
     * @param rate US dollars for one unit of the quote currency at the newest bar
     */
    public record Worth(BigDecimal price, BigDecimal unrealizedPnl, BigDecimal rate) {}

    /** The same position, worth something else. */
    ModelPosition worth(Worth other) {
        return new ModelPosition(id, strategyId, direction, size, entryPrice, entryTime, exits, other, label);
    }

    /** Profit in percent of the notional at the entry; empty when that is 0. */
    public Optional<BigDecimal> unrealizedPercent() {
        return size.notional().signum() == 0
                ? Optional.empty()
                : Optional.of(Amounts.percent(worth.unrealizedPnl(), size.notional()));
    }
}
