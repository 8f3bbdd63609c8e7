package dev.tradesuite.instruments.constraint;

import dev.tradesuite.instruments.InstrumentCatalog;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is a pair of currencies, so that a price of it is an exchange rate. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CurrencyPairSymbol.Validator.class)
public @interface CurrencyPairSymbol {

    String message() default "expected a pair of currencies such as GBPUSD";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Splits the symbol; made by Spring, which hands in the catalogue. */
    final class Validator implements ConstraintValidator<CurrencyPairSymbol, String> {

        private final InstrumentCatalog catalog;

        Validator(InstrumentCatalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public boolean isValid(@Nullable String symbol, ConstraintValidatorContext context) {
            return symbol == null || catalog.currencyPair(symbol).isPresent();
        }
    }
}
