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

/**
 * The text names an instrument of the catalogue, however it is written; the message says what it names instead where
 * that is known. Absent and blank text is left to other constraints.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownSymbol.Validator.class)
public @interface KnownSymbol {

    String message() default "expected a symbol that GET /api/v1/instruments lists";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the symbol up; made by Spring, which hands in the catalogue. */
    final class Validator implements ConstraintValidator<KnownSymbol, String> {

        private final InstrumentCatalog catalog;

        Validator(InstrumentCatalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public boolean isValid(@Nullable String symbol, ConstraintValidatorContext context) {
            if (symbol == null || symbol.isBlank() || catalog.find(symbol).isPresent()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(catalog.refusal(symbol))
                    .addConstraintViolation();
            return false;
        }
    }
}
