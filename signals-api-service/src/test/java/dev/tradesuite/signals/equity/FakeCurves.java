package dev.tradesuite.signals.equity;

import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.signals.series.ModelSeries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Equity points in memory, which counts how often it is asked for them. */
public final class FakeCurves implements CurveStore {

    private final Map<Integer, TreeMap<Instant, AccountPoint>> points = new HashMap<>();
    private int reads;

    /** Adds a point of an account. */
    public void add(int strategyId, Instant at, String equity) {
        points.computeIfAbsent(strategyId, _ -> new TreeMap<>())
                .put(at, new AccountPoint(at, new BigDecimal(equity), 0, 0));
    }

    /** How often points were read. */
    public int reads() {
        return reads;
    }

    @Override
    public List<AccountPoint> points(
            ModelSeries series, int strategyId, CurveWindow window, EquityResolution resolution) {
        reads++;
        return List.copyOf(points.getOrDefault(strategyId, new TreeMap<>())
                .subMap(window.from(), false, window.to(), true)
                .values());
    }

    @Override
    public Optional<AccountPoint> before(ModelSeries series, int strategyId, Instant moment) {
        return Optional.ofNullable(
                        points.getOrDefault(strategyId, new TreeMap<>()).floorEntry(moment))
                .map(Map.Entry::getValue);
    }
}
