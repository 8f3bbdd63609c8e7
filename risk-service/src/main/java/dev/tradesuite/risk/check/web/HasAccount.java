package dev.tradesuite.risk.check.web;

import dev.tradesuite.contracts.risk.RiskCheckRequest;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The trade is for an account in the books or for a supposed one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = HasAccount.Validator.class)
@interface HasAccount {

    String message() default "is required unless what_if supposes an account";

    /** Code of the fault. */
    String code() default "REQUIRED";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells the fault of the field it is in. */
    final class Validator implements ConstraintValidator<HasAccount, RiskCheckRequest> {

        @Override
        public boolean isValid(@Nullable RiskCheckRequest request, ConstraintValidatorContext context) {
            if (request == null || request.whatIf() != null || isStated(request.accountId())) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode("accountId")
                    .addConstraintViolation();
            return false;
        }

        private static boolean isStated(@Nullable String accountId) {
            return accountId != null && !accountId.isBlank();
        }
    }
}
