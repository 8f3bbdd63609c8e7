package dev.tradesuite.signals.equity;

import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.signals.series.ModelSeries;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Equity points. */
public interface CurveStore {

    /** The points of an account within a window, oldest first. */
    List<AccountPoint> points(ModelSeries series, int strategyId, CurveWindow window, EquityResolution resolution);

    /** The newest point of an account at or before a moment. */
    Optional<AccountPoint> before(ModelSeries series, int strategyId, Instant moment);
}
