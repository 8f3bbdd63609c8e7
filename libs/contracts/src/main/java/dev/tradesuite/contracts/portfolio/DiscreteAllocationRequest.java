package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for units that come closest to weights. {@code POST /api/v1/portfolio/discrete-allocation}.
 *
 * @param weights 0 or more by code, together at most 1
 * @param prices of a unit by code
 * @param capital money
 * @param step smallest quantity that can be bought; absent: 1
 * @param exact whether the closest of all is looked for, with up to 20 assets; absent: false, step by step
 */
public record DiscreteAllocationRequest(
        @NotEmpty @Size(max = 1000) Map<String, @NotNull Double> weights,
        @NotEmpty Map<String, @NotNull @Positive BigDecimal> prices,
        @NotNull @Positive @DecimalMax("1000000000000") BigDecimal capital,
        @Nullable @DecimalMin("0.00000001") BigDecimal step,
        @Nullable Boolean exact) {}
