package dev.tradesuite.signals.trade;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.TradeOutcome;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trade of a model.
 *
 * @param id of the position
 * @param strategyCode whose it was
 * @param direction LONG or SHORT
 * @param size how large it was
 * @param entry how it was entered
 * @param exit how it was left
 * @param exits where it was to be left
 * @param result what it brought
 * @param label what kind of prices it rests on
 */
public record ClosedTrade(
        long id,
        String strategyCode,
        Direction direction,
        TradedSize size,
        Fill entry,
        TradedExit exit,
        TradedExits exits,
        Brought result,
        RunLabel label) {

    /**
     * How large it was.
     *
     * @param quantity units of the base currency; absent when it was not recorded
     * @param notional US dollars at the entry; absent when it was not recorded
     * @param leverage notional / capital
     */
    public record TradedSize(@Nullable BigDecimal quantity, @Nullable BigDecimal notional, int leverage) {}

    /** At what price, and when. */
    public record Fill(BigDecimal price, Instant time) {}

    /**
     * How it was left.
     *
     * @param fill price and time
     * @param status {@code closed}, {@code stopped} or {@code liquidated}
     * @param reason code; absent when nobody noted it
     */
    public record TradedExit(Fill fill, String status, @Nullable String reason) {}

    /** Stop and target; absent without one. */
    public record TradedExits(@Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {}

    /**
     * What it brought, in US dollars.
     *
     * @param profit all costs taken off
     * @param fees among it already
     * @param mae worst unrealised profit on the way; absent when it was not recorded
     * @param mfe best unrealised profit on the way; absent when it was not recorded
     */
    public record Brought(BigDecimal profit, BigDecimal fees, @Nullable BigDecimal mae, @Nullable BigDecimal mfe) {}

    /** Whether it was a win. */
    public TradeOutcome outcome() {
        int sign = result.profit().signum();
        return sign > 0 ? TradeOutcome.WIN : sign < 0 ? TradeOutcome.LOSS : TradeOutcome.EVEN;
    }
}
