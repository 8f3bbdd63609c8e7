package dev.tradesuite.risk.exposure.web;

import dev.tradesuite.contracts.risk.ReserveRequest;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The trade to reserve for is a present one for an account in the books: nothing is supposed about it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ForTheBooks.Validator.class)
@interface ForTheBooks {

    String message() default "";

    /** Code of the faults. */
    String code() default "NOT_VALID";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Tells each fault of the field it is in. */
    final class Validator implements ConstraintValidator<ForTheBooks, ReserveRequest> {

        @Override
        public boolean isValid(@Nullable ReserveRequest request, ConstraintValidatorContext context) {
            if (request == null || request.trade() == null) {
                return true;
            }
            RiskCheckRequest trade = request.trade();
            context.disableDefaultConstraintViolation();
            // Without a what-if the trade itself says that its account is missing.
            boolean accountIsThere = trade.whatIf() == null || trade.accountId() != null;
            return Stream.of(
                            told(accountIsThere, "accountId", "is required for a reservation", context),
                            told(trade.whatIf() == null, "whatIf", "cannot be reserved for; only checked", context),
                            told(trade.asOf() == null, "asOf", "cannot be reserved for; only checked", context))
                    .allMatch(met -> met);
        }

        private static boolean told(boolean met, String field, String rule, ConstraintValidatorContext context) {
            if (!met) {
                context.buildConstraintViolationWithTemplate(rule)
                        .addPropertyNode("trade")
                        .addPropertyNode(field)
                        .addConstraintViolation();
            }
            return met;
        }
    }
}
