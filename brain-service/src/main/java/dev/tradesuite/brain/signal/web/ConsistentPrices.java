package dev.tradesuite.brain.signal.web;

import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.market.Candle;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In every candle the high is the highest and the low the lowest price. Absent prices are left to other constraints.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ConsistentPrices.Validator.class)
@interface ConsistentPrices {

    String message() default "expected a high that no price exceeds and a low that no price is below";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the high or the low of each candle that is broken. */
    final class Validator implements ConstraintValidator<ConsistentPrices, DecideRequest> {

        @Override
        public boolean isValid(DecideRequest request, ConstraintValidatorContext context) {
            CandleFaults faults = new CandleFaults(context);
            List<Candle> candles = request.candles() == null ? List.of() : request.candles();
            for (int i = 0; i < candles.size(); i++) {
                Candle candle = candles.get(i);
                if (candle != null) {
                    check(candle, i, faults);
                }
            }
            return faults.none();
        }

        private static void check(Candle candle, int index, CandleFaults faults) {
            if (isBelow(candle.high(), candle.open())
                    || isBelow(candle.high(), candle.close())
                    || isBelow(candle.high(), candle.low())) {
                faults.add(index, "high", "expected the highest price of the candle, another one is above it");
            }
            if (isBelow(candle.open(), candle.low()) || isBelow(candle.close(), candle.low())) {
                faults.add(index, "low", "expected the lowest price of the candle, another one is below it");
            }
        }

        private static boolean isBelow(@Nullable BigDecimal price, @Nullable BigDecimal other) {
            return price != null && other != null && price.compareTo(other) < 0;
        }
    }
}
