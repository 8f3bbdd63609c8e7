package dev.tradesuite.contracts.signals;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a fill of a backtest costs; a field that is absent costs nothing.
 *
 * @param halfSpread from the middle of the market to the price that is paid
 * @param slippage how much worse than that a fill is
 * @param unit what both are counted in; absent: pips
 * @param commissionPerLot US dollars
 */
public record JobCosts(
        @Nullable @PositiveOrZero @DecimalMax("1000000") BigDecimal halfSpread,
        @Nullable @PositiveOrZero @DecimalMax("1000000") BigDecimal slippage,
        @Nullable JobCostUnit unit,
        @Nullable @PositiveOrZero @DecimalMax("1000000") BigDecimal commissionPerLot) {}
