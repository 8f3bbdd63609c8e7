package dev.tradesuite.strategy.selection;

import dev.tradesuite.market.Outcome;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prices that can be traded at: above 0 and below 1. At 0 or 1 nothing is left to win for one of the two sides. */
public final class Quotes {

    private Quotes() {}

    /** What a share can be bought for; empty when nobody offers. */
    public static Optional<BigDecimal> ask(Outcome outcome) {
        return tradable(outcome.ask());
    }

    /** What a share can be sold for; empty when nobody bids. */
    public static Optional<BigDecimal> bid(Outcome outcome) {
        return tradable(outcome.bid());
    }

    /** Ask less bid: what is lost by buying and selling at once; empty unless both sides are there. */
    public static Optional<BigDecimal> spread(Outcome outcome) {
        return ask(outcome).flatMap(ask -> bid(outcome).map(ask::subtract));
    }

    private static Optional<BigDecimal> tradable(@Nullable BigDecimal price) {
        return Optional.ofNullable(price)
                .filter(known -> known.signum() > 0)
                .filter(known -> known.compareTo(BigDecimal.ONE) < 0);
    }
}
