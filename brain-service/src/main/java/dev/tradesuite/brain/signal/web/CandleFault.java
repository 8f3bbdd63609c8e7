package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.candle.Slots;
import dev.tradesuite.brain.candle.TimeBounds;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a candle of a request. Absent prices and times are left to other constraints. */
enum CandleFault {
    RANGE_BROKEN {
        @Override
        Optional<Finding> in(Candle candle, Surroundings around) {
            if (isBelow(candle.high(), candle.open())
                    || isBelow(candle.high(), candle.close())
                    || isBelow(candle.high(), candle.low())) {
                return Optional.of(
                        new Finding("high", "expected the highest price of the candle, another is above it"));
            }
            return isBelow(candle.open(), candle.low()) || isBelow(candle.close(), candle.low())
                    ? Optional.of(new Finding("low", "expected the lowest price of the candle, another is below it"))
                    : Optional.empty();
        }
    },

    OFF_GRID {
        @Override
        Optional<Finding> in(Candle candle, Surroundings around) {
            Instant time = candle.openTime();
            if (time == null) {
                return Optional.empty();
            }
            if (time.isBefore(TimeBounds.EARLIEST) || !time.isBefore(TimeBounds.LATEST)) {
                return atOpenTime("expected a time between the years 1900 and 9999");
            }
            return Slots.isOpenTime(time, around.timeframe())
                    ? Optional.empty()
                    : atOpenTime("expected a time at which a candle of " + around.timeframe() + " opens");
        }
    },

    OUT_OF_ORDER {
        @Override
        Optional<Finding> in(Candle candle, Surroundings around) {
            return candle.openTime() == null
                            || around.before() == null
                            || candle.openTime().isAfter(around.before())
                    ? Optional.empty()
                    : atOpenTime("expected a time after that of the candle before, " + around.before());
        }
    },

    /** A candle that had not closed by the moment decided for would be a look into the future. */
    IN_FUTURE {
        @Override
        Optional<Finding> in(Candle candle, Surroundings around) {
            Instant lastOpen = around.moment().minus(around.timeframe().length());
            return candle.openTime() == null || !candle.openTime().isAfter(lastOpen)
                    ? Optional.empty()
                    : atOpenTime("expected a candle that had closed by " + around.moment());
        }
    };

    /** The fault, if the candle has it. */
    abstract Optional<Finding> in(Candle candle, Surroundings around);

    private static Optional<Finding> atOpenTime(String message) {
        return Optional.of(new Finding("openTime", message));
    }

    private static boolean isBelow(@Nullable BigDecimal price, @Nullable BigDecimal other) {
        return price != null && other != null && price.compareTo(other) < 0;
    }

    /**
     * Where a fault is.
     *
     * @param field of the candle
     * @param message what was expected
     */
    record Finding(String field, String message) {}

    /**
     * What a candle is measured by.
     *
     * @param timeframe length it should have
     * @param moment the decision is for
     * @param before open time of the candle before it
     */
    record Surroundings(Timeframe timeframe, Instant moment, @Nullable Instant before) {}
}
