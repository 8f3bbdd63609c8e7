package dev.tradesuite.signals.equity;

import dev.tradesuite.signals.series.ModelAccount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The equity of one account within a window.
 *
 * @param account whose it is
 * @param starting what it had when the window began
 * @param points oldest first
 */
public record AccountCurve(ModelAccount account, BigDecimal starting, List<AccountPoint> points) {

    public AccountCurve {
        points = List.copyOf(points);
    }

    /** Equity of the last point; empty without one. */
    public Optional<BigDecimal> ending() {
        return points.isEmpty()
                ? Optional.empty()
                : Optional.of(points.getLast().equity());
    }

    /** Return of the window in percent; empty without a point, and where nothing was there to begin with. */
    public OptionalDouble returnPercent() {
        return points.isEmpty() || starting.signum() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((points.getLast().equity().doubleValue() / starting.doubleValue() - 1) * 100);
    }
}
