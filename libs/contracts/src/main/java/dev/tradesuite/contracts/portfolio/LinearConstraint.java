package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Map;

/**
 * A limit of a sum of coefficient x weight.
 *
 * @param coefficients by code; assets that are not named have 0
 * @param op how the sum compares with the value
 * @param value the limit
 */
public record LinearConstraint(
        @NotEmpty Map<String, @NotNull Double> coefficients, @NotNull ConstraintOperator op, @NotNull Double value) {}
