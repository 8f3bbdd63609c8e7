package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.candle.SymbolNames;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * The text names an instrument of the catalogue as files and people write it. Absent and blank text is left to other
 * constraints.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ReadableSymbol.Validator.class)
@interface ReadableSymbol {

    /** Code of the error. */
    String code() default "UNKNOWN_SYMBOL";

    String message() default "is not in the instrument catalogue";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the symbol up; made by Spring, which hands in the catalogue's names. */
    final class Validator implements ConstraintValidator<ReadableSymbol, String> {

        private final SymbolNames symbols;

        Validator(SymbolNames symbols) {
            this.symbols = symbols;
        }

        @Override
        public boolean isValid(@Nullable String symbol, ConstraintValidatorContext context) {
            return symbol == null || symbol.isBlank() || symbols.find(symbol).isPresent();
        }
    }
}
