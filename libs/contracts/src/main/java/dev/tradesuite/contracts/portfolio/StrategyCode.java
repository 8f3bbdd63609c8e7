package dev.tradesuite.contracts.portfolio;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The code of a strategy: letters, digits, points, underscores and hyphens, 1 to 64 of them. Absent is valid. */
@Documented
@Pattern(regexp = StrategyCode.PATTERN)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface StrategyCode {

    /** What a code looks like. */
    String PATTERN = "[A-Za-z0-9._-]{1,64}";

    String message() default "must be 1 to 64 letters, digits, points, underscores or hyphens";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
