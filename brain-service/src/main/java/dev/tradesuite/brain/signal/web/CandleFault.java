package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.candle.Slots;
import dev.tradesuite.brain.candle.TimeBounds;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Duration;
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

    /** Two candles of one time: with the same prices they are one, with others nobody can tell which is right. */
    OVERLAPPING {
        @Override
        Optional<Finding> in(Candle candle, Surroundings around) {
            Candle before = around.before();
            Instant time = candle.openTime();
            if (before == null || time == null) {
                return Optional.empty();
            }
            if (time.equals(before.openTime())) {
                return SentCandles.isSame(candle, before)
                        ? Optional.empty()
                        : atOpenTime("expected one candle of this time, another has other prices");
            }
            return time.isBefore(before.openTime().plus(shortest(around.timeframe())))
                    ? atOpenTime("expected a time after the candle of " + before.openTime() + " has closed")
                    : Optional.empty();
        }
    },

    /**
     * A candle that had not closed by the moment decided for would be a look into the future. The newest may still be
     * forming: it is left out.
     */
    IN_FUTURE {
        @Override
        Optional<Finding> in(Candle candle, Surroundings around) {
            Instant time = candle.openTime();
            Instant lastOpen = around.moment().minus(around.timeframe().length());
            return time == null
                            || !time.isAfter(lastOpen)
                            || (around.newest() && SentCandles.isForming(time, around.timeframe(), around.moment()))
                    ? Optional.empty()
                    : atOpenTime("expected a candle that had closed by " + around.moment());
        }
    };

    /** Days, and parts of them that follow a broker's day, are an hour shorter when clocks are put forward. */
    private static Duration shortest(Timeframe timeframe) {
        return timeframe.compareTo(Timeframe.H1) > 0 ? timeframe.length().minusHours(1) : timeframe.length();
    }

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
     * @param before the candle before it in the order of time; absent for the oldest
     * @param newest whether it is the newest
     */
    record Surroundings(Timeframe timeframe, Instant moment, @Nullable Candle before, boolean newest) {}
}
