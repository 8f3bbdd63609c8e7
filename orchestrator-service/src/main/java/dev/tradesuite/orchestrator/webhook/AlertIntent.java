package dev.tradesuite.orchestrator.webhook;

import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an alert wants: to leave a position, to enter one, or to leave one and then enter the other.
 *
 * @param exit how to leave; absent: nothing is to be left
 * @param entry side of the position to enter or enlarge; absent: none
 */
public record AlertIntent(@Nullable Leave exit, @Nullable Side entry) {

    public AlertIntent {
        if (exit == null && entry == null) {
            throw new IllegalArgumentException("expected an exit, an entry, or both");
        }
    }

    /**
     * How to leave a position.
     *
     * @param side of the order that leaves it; absent: whichever closes what is held
     * @param share fraction of the position, all of it for 1; absent when lots are stated
     * @param lots so much; absent when a share is known
     */
    public record Leave(@Nullable Side side, @Nullable BigDecimal share, @Nullable Lots lots) {

        static Leave all(@Nullable Side side) {
            return new Leave(side, BigDecimal.ONE, null);
        }
    }
}
