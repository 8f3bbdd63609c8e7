package dev.tradesuite.signals.calibration;

import dev.tradesuite.accounting.paper.FillCostTable;
import dev.tradesuite.accounting.paper.FillCosts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.series.BarCache;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.ModelSeries;
import java.util.Optional;

/** Compares confidences with what came of them; what was computed is kept until the next bar. */
public final class CalibrationService {

    /** Bars after which the outcome is looked at. */
    public static final int HORIZON = 24;

    private static final int MOST_KEPT = 50;

    private final ForecastStore store;
    private final InstrumentCatalog catalog;
    private final FillCostTable costs;
    private final BarCache<Integer, SignalCalibration> kept = new BarCache<>(MOST_KEPT);

    public CalibrationService(ForecastStore store, InstrumentCatalog catalog, FillCostTable costs) {
        this.store = store;
        this.catalog = catalog;
        this.costs = costs;
    }

    /**
     * The calibration of an account's signals; empty when it has none.
     *
     * @param selection with one account at most
     * @param bins of equal width, at least 1
     */
    public Optional<SignalCalibration> of(ModelSelection selection, int bins) {
        return selection.accounts().isEmpty()
                ? Optional.empty()
                : Optional.of(kept.get(selection, bins, () -> compute(selection, bins)));
    }

    private SignalCalibration compute(ModelSelection selection, int bins) {
        ModelSeries series = selection.series().orElseThrow();
        Instrument instrument = catalog.find(series.symbol()).orElseThrow();
        FillCosts ofFill = costs.of(instrument);
        Forecasts forecasts = new Forecasts();
        store.read(
                series,
                selection.accounts().getFirst().strategy().id(),
                HORIZON,
                forecast -> forecasts.add(forecast, forecast.cameTrue(instrument, ofFill)));
        return forecasts.calibration(bins);
    }
}
