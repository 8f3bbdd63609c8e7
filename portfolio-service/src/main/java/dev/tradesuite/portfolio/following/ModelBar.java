package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A closed bar and what each model wants after it.
 *
 * @param close time at which it closed
 * @param price at which it closed
 * @param wishes by code of the model
 */
public record ModelBar(String symbol, Timeframe timeframe, Instant close, BigDecimal price, Map<String, Wish> wishes) {

    public ModelBar {
        wishes = Map.copyOf(wishes);
    }

    /**
     * The position a model wants.
     *
     * @param direction FLAT when it wants none, or could not judge
     * @param size share of the capital, 0 to 1
     * @param stop protective stop; absent when flat
     * @param target profit target; absent when flat
     * @param proxy whether a rule stands in for a trained model
     */
    public record Wish(
            Direction direction,
            BigDecimal size,
            @Nullable BigDecimal stop,
            @Nullable BigDecimal target,
            boolean proxy) {}

    /** What a model wants; empty when it is not among those that spoke. */
    Optional<Wish> wish(String model) {
        return Optional.ofNullable(wishes.get(model));
    }
}
