package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.candle.TimeBounds;
import dev.tradesuite.brain.signal.SignalSettings;
import dev.tradesuite.contracts.brain.ReplayRequest;
import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The stretch has an end after its beginning and is no longer than one answer can carry. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ReplaySpan.Validator.class)
@interface ReplaySpan {

    String message() default "expected a stretch that ends after it begins";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the end when it does not fit; made by Spring, which hands in the settings. */
    final class Validator implements ConstraintValidator<ReplaySpan, ReplayRequest> {

        private static final long MOST_CANDLES = 20_000;

        private final SignalSettings settings;

        Validator(SignalSettings settings) {
            this.settings = settings;
        }

        @Override
        public boolean isValid(ReplayRequest request, ConstraintValidatorContext context) {
            String fault = request.from() == null || request.to() == null
                    ? null
                    : fault(request.from(), request.to(), request.timeframe());
            if (fault == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(fault)
                    .addPropertyNode("to")
                    .addConstraintViolation();
            return false;
        }

        private @Nullable String fault(Instant from, Instant to, @Nullable Timeframe asked) {
            if (!to.isAfter(from)) {
                return "expected a time after from, " + from;
            }
            Timeframe timeframe = asked == null ? settings.timeframe() : asked;
            Duration longest = timeframe.length().multipliedBy(MOST_CANDLES);
            return Duration.between(TimeBounds.clamp(from), TimeBounds.clamp(to))
                                    .compareTo(longest)
                            > 0
                    ? "expected at most " + MOST_CANDLES + " candles of " + timeframe + ", which is " + longest.toDays()
                            + " days after from"
                    : null;
        }
    }
}
