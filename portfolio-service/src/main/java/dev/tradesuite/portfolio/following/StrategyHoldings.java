package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What strategies hold, by the books. */
public interface StrategyHoldings {

    /** What a follower holds of an instrument. */
    Answer held(FollowerKey key, String symbol);

    /** What the books say. */
    sealed interface Answer {

        /**
         * A holding.
         *
         * @param direction LONG or SHORT
         * @param lots above 0
         * @param value worth in the currency of the account, 0 or more; absent when the books have no price of it
         */
        record Held(Direction direction, BigDecimal lots, @Nullable BigDecimal value) implements Answer {}

        /** Nothing. */
        record Nothing() implements Answer {}

        /** They do not say. */
        record Unknown(Reason why) implements Answer {}
    }
}
