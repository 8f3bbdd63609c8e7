package dev.tradesuite.support.event;

import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.market.Candle;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an event must be before anybody believes it: complete, of this time, and with numbers that can be.
 *
 * <p>An event that is not ends in the dead letters with the reason and changes nothing.
 */
public final class Plausible {

    /** No amount, price or size of this suite comes near it; beyond, it is a mistake or an attack. */
    private static final BigDecimal TOO_LARGE = new BigDecimal("1e15");

    /** How far the clocks of two machines may be apart. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private Plausible() {}

    /** Thrown away for good: another attempt would find the same. */
    public static final class ImplausibleEventException extends IllegalArgumentException {

        /** @param reason what was expected and what was found */
        public ImplausibleEventException(String reason) {
            super(reason);
        }
    }

    /** Refuses the event unless the condition is met. */
    public static void require(boolean met, Supplier<String> reason) {
        if (!met) {
            throw new ImplausibleEventException(reason.get());
        }
    }

    /** The value, which must be there whatever the record promises: it was read from outside. */
    public static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new ImplausibleEventException(field + " is missing");
        }
        return value;
    }

    /** A price, size or rate: above 0, and not beyond everything. */
    public static void positive(@Nullable BigDecimal value, String field) {
        BigDecimal found = present(value, field);
        require(found.signum() > 0 && found.compareTo(TOO_LARGE) < 0, () -> "%s must be above 0 and below %s, was %s"
                .formatted(field, TOO_LARGE.toPlainString(), found));
    }

    /** An amount of either sign. */
    public static void amount(@Nullable BigDecimal value, String field) {
        BigDecimal found = present(value, field);
        require(found.abs().compareTo(TOO_LARGE) < 0, () -> "%s must be below %s, was %s"
                .formatted(field, TOO_LARGE.toPlainString(), found));
    }

    /** A moment that has come, by a clock that may be a minute behind. */
    public static void past(@Nullable Instant moment, String field, Instant now) {
        Instant found = present(moment, field);
        require(!found.isAfter(now.plus(CLOCKS)), () -> "%s is %s, and now it is %s".formatted(field, found, now));
    }

    /** A candle whose prices can be prices, and whose range holds them. */
    public static void candle(CandleClosed closed) {
        present(closed.symbol(), "symbol");
        present(closed.timeframe(), "timeframe");
        Candle candle = present(closed.candle(), "candle");
        present(candle.openTime(), "candle.open_time");
        positive(candle.open(), "candle.open");
        positive(candle.high(), "candle.high");
        positive(candle.low(), "candle.low");
        positive(candle.close(), "candle.close");
        require(
                candle.low().compareTo(candle.open().min(candle.close())) <= 0
                        && candle.high().compareTo(candle.open().max(candle.close())) >= 0,
                () -> "the range of the candle, %s to %s, does not hold its open %s and its close %s"
                        .formatted(candle.low(), candle.high(), candle.open(), candle.close()));
    }
}
