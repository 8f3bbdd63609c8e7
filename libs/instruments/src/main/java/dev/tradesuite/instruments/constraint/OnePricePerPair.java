package dev.tradesuite.instruments.constraint;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prices are of different pairs: {@code EURUSD} and {@code EUR/USD} are one. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OnePricePerPair.Validator.class)
public @interface OnePricePerPair {

    String message() default "expected one price for each pair, found a pair under two spellings";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reads the symbols; made by Spring, which hands in the catalogue. */
    final class Validator implements ConstraintValidator<OnePricePerPair, Map<String, ?>> {

        private final InstrumentCatalog catalog;

        Validator(InstrumentCatalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public boolean isValid(@Nullable Map<String, ?> prices, ConstraintValidatorContext context) {
            return prices == null
                    || prices.keySet().stream()
                                    .map(written -> catalog.find(written)
                                            .map(Instrument::symbol)
                                            .orElse(written))
                                    .distinct()
                                    .count()
                            == prices.size();
        }
    }
}
