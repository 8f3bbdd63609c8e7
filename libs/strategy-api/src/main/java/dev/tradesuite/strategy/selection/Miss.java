package dev.tradesuite.strategy.selection;

import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterValues;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why an event or a market is not traded.
 *
 * @param filter parameter or rule that it does not pass, such as {@code market_min_liquidity}
 * @param found figure it has; absent when the filter is no matter of figures
 * @param wanted figure it would need; absent when the filter is no matter of figures
 */
public record Miss(String filter, @Nullable BigDecimal found, @Nullable BigDecimal wanted) {

    /** A miss that is no matter of figures. */
    public static Miss of(String filter) {
        return new Miss(filter, null, null);
    }

    /** A miss when the figure is below what the parameter wants. */
    public static Optional<Miss> below(Parameter floor, BigDecimal found, ParameterValues config) {
        BigDecimal wanted = config.decimal(floor);
        return found.compareTo(wanted) < 0 ? Optional.of(new Miss(floor.name(), found, wanted)) : Optional.empty();
    }

    /** A miss when the figure is above what the parameter allows. */
    public static Optional<Miss> above(Parameter ceiling, BigDecimal found, ParameterValues config) {
        BigDecimal wanted = config.decimal(ceiling);
        return found.compareTo(wanted) > 0 ? Optional.of(new Miss(ceiling.name(), found, wanted)) : Optional.empty();
    }

    /** A miss unless that holds. */
    public static Optional<Miss> unless(boolean holds, String filter) {
        return holds ? Optional.empty() : Optional.of(of(filter));
    }

    /** How far the figure is from the wanted one, as a part of that; infinite when there are no figures. */
    public double distance() {
        if (found == null || wanted == null) {
            return Double.POSITIVE_INFINITY;
        }
        double aim = wanted.doubleValue();
        return Math.abs(found.doubleValue() - aim) / Math.max(Math.abs(aim), 1e-9);
    }
}
