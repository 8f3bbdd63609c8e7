package dev.tradesuite.risk.state.web;

import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.risk.state.StateSubject;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The change of a trading state says what it is about, which needs no name when it is everything. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = NamesSubject.Validator.class)
@interface NamesSubject {

    String message() default "is required unless the scope is ALL, which has no id but all";

    /** Code of the fault. */
    String code() default "REQUIRED";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells the fault of the field it is in. */
    final class Validator implements ConstraintValidator<NamesSubject, ChangeTradingStateRequest> {

        @Override
        public boolean isValid(@Nullable ChangeTradingStateRequest request, ConstraintValidatorContext context) {
            if (request == null || isNamed(request.scope(), request.id())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("id")
                    .addConstraintViolation();
            return false;
        }

        private static boolean isNamed(@Nullable TradingStateScope scope, @Nullable String id) {
            return scope == TradingStateScope.ALL
                    ? id == null || id.equalsIgnoreCase(StateSubject.EVERYTHING)
                    : id != null && !id.isBlank();
        }
    }
}
