package dev.tradesuite.brain.model;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A trained model in place of which a rule stands: it has no score, buys with 0.8, and keeps what it was shown. */
public final class FakeModel implements TradingModel {

    private final String name;
    private final List<ModelInput> shown = new ArrayList<>();

    public FakeModel(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ModelVersion version(SeriesKey series) {
        return version();
    }

    private ModelVersion version() {
        return new ModelVersion(name, "7", true);
    }

    @Override
    public int lookBack() {
        return 0;
    }

    @Override
    public Optional<Thresholds> thresholds() {
        return Optional.empty();
    }

    @Override
    public ModelSignal signalOn(ModelInput input) {
        shown.add(input);
        return new ModelSignal.Decided(
                version(),
                SignalAction.BUY,
                null,
                0.8,
                List.of(),
                Readings.NONE,
                new Reason("FOR_A_TEST", "It always buys."));
    }

    /** Everything it was shown, in order. */
    public List<ModelInput> shown() {
        return shown;
    }
}
