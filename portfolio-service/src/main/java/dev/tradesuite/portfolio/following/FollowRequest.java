package dev.tradesuite.portfolio.following;

import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is asked of the orchestrator; a repeat asks for exactly the same. */
public sealed interface FollowRequest {

    /**
     * A position is opened or made larger.
     *
     * @param notional worth in the currency of the account
     * @param price of the market; absent: the newest the orchestrator knows
     */
    record Buy(Side side, BigDecimal notional, BigDecimal stop, @Nullable BigDecimal target, @Nullable BigDecimal price)
            implements FollowRequest {}

    /**
     * What the strategy holds is closed, or a part of it.
     *
     * @param lots how much; absent: all
     * @param held how much was held when it was decided
     * @param price of the market
     */
    record Close(@Nullable BigDecimal lots, BigDecimal held, BigDecimal price) implements FollowRequest {}
}
