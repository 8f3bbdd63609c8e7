package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.candle.TimeBounds;
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
import org.jspecify.annotations.Nullable;

/** The moment lies between the first candle there can be and now. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = PastMoment.Validator.class)
@interface PastMoment {

    String message() default "expected a moment from 1900 on that is not in the future";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares with the clock; made by Spring, which hands it in. */
    final class Validator implements ConstraintValidator<PastMoment, Instant> {

        private final Clock clock;

        Validator(Clock clock) {
            this.clock = clock;
        }

        @Override
        public boolean isValid(@Nullable Instant moment, ConstraintValidatorContext context) {
            return moment == null || !(moment.isBefore(TimeBounds.EARLIEST) || moment.isAfter(clock.instant()));
        }
    }
}
