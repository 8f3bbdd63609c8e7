package dev.tradesuite.signals.signal;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.SignalSide;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelStrategy;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a model said about a bar.
 *
 * @param id of the signal
 * @param strategy whose it is
 * @param at close of the bar
 * @param wish what it wants
 * @param levels where it enters and leaves; nothing in it when it wants no position
 * @param stake how much of the account
 * @param words why
 * @param features figures it rests on, by name, as JSON
 * @param origin what produced it
 * @param label what kind of prices it rests on
 */
public record KeptSignal(
        long id,
        ModelStrategy strategy,
        Instant at,
        Wish wish,
        Levels levels,
        Stake stake,
        Words words,
        String features,
        ModelAccount.ModelOrigin origin,
        RunLabel label) {

    /**
     * What it wants.
     *
     * @param confidence 0 to 1
     * @param size 0 to 1
     */
    public record Wish(PositionSignal position, SignalSide side, double confidence, double size) {}

    /** Entry, stop and target. */
    public record Levels(@Nullable BigDecimal entry, @Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {}

    /** US dollars at risk and traded; 0 when flat. */
    public record Stake(@Nullable BigDecimal risk, @Nullable BigDecimal notional, int leverage) {}

    /**
     * In words.
     *
     * @param invalidation what would prove it wrong; absent when flat
     * @param abstained code of the reason why it did not judge; absent when it did
     */
    public record Words(String reasoning, @Nullable String invalidation, @Nullable String abstained) {}

    /** Whether it wants a position. */
    public boolean wantsPosition() {
        return wish.position() == PositionSignal.LONG || wish.position() == PositionSignal.SHORT;
    }
}
