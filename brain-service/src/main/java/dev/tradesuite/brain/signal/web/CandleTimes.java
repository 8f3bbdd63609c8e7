package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.candle.Slots;
import dev.tradesuite.brain.candle.TimeBounds;
import dev.tradesuite.brain.signal.SignalSettings;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Candles open on the grid of their timeframe, each after the one before, and had closed by the moment decided for.
 *
 * <p>That moment is {@code as_of}, or now: a candle that was not closed by then would be a look into the future.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CandleTimes.Validator.class)
@interface CandleTimes {

    String message() default "expected closed candles in ascending order on the grid of the timeframe";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the time of each candle that is out of place; made by Spring, which hands in clock and settings. */
    final class Validator implements ConstraintValidator<CandleTimes, DecideRequest> {

        private final Clock clock;
        private final SignalSettings settings;

        Validator(Clock clock, SignalSettings settings) {
            this.clock = clock;
            this.settings = settings;
        }

        @Override
        public boolean isValid(DecideRequest request, ConstraintValidatorContext context) {
            CandleFaults faults = new CandleFaults(context);
            Timeframe timeframe = request.timeframe() == null ? settings.timeframe() : request.timeframe();
            Instant moment = request.asOf() == null ? clock.instant() : request.asOf();
            List<Candle> candles = request.candles() == null ? List.of() : request.candles();
            Instant before = null;
            for (int i = 0; i < candles.size(); i++) {
                Instant time = candles.get(i) == null ? null : candles.get(i).openTime();
                if (time != null) {
                    String fault = fault(time, before, timeframe, moment);
                    if (fault != null) {
                        faults.add(i, "openTime", fault);
                    }
                    before = time;
                }
            }
            return faults.none();
        }

        private static @Nullable String fault(
                Instant time, @Nullable Instant before, Timeframe timeframe, Instant moment) {
            if (time.isBefore(TimeBounds.EARLIEST) || time.isAfter(TimeBounds.LATEST)) {
                return "expected a time between the years 1900 and 9999";
            }
            if (!Slots.isOpenTime(time, timeframe)) {
                return "expected a time at which a candle of " + timeframe + " opens";
            }
            if (before != null && !time.isAfter(before)) {
                return "expected a time after that of the candle before, " + before;
            }
            if (time.plus(timeframe.length()).isAfter(moment)) {
                return "expected a candle that had closed by " + moment;
            }
            return null;
        }
    }
}
