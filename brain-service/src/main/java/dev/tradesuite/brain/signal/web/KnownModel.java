package dev.tradesuite.brain.signal.web;

import dev.tradesuite.brain.model.TradingModels;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text is the name of a model. Absent text is left to other constraints. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownModel.Validator.class)
@interface KnownModel {

    /** Code of the error. */
    String code() default "UNKNOWN_VALUE";

    String message() default "expected the name of a model";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the model up and names those there are; made by Spring, which hands in the models. */
    final class Validator implements ConstraintValidator<KnownModel, String> {

        private final TradingModels models;

        Validator(TradingModels models) {
            this.models = models;
        }

        @Override
        public boolean isValid(@Nullable String model, ConstraintValidatorContext context) {
            if (model == null || models.find(model).isPresent()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("expected one of " + String.join(", ", models.names()))
                    .addConstraintViolation();
            return false;
        }
    }
}
