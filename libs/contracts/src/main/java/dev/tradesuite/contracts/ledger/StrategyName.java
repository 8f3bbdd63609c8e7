package dev.tradesuite.contracts.ledger;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The strategy an order or a cash flow is booked to: any but {@code unassigned}. Absent is valid. */
@Documented
@Pattern(regexp = StrategyName.PATTERN)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface StrategyName {

    /** What a name looks like. */
    String PATTERN = "(?!unassigned$).*";

    String message() default "must not be unassigned, the name for what no strategy holds";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
