package dev.tradesuite.brain.model.trained;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.bar.BarModel;
import dev.tradesuite.brain.model.bar.BarModelCode;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.BarView;
import dev.tradesuite.brain.model.bar.VersionInUse;
import dev.tradesuite.learning.model.ModelKind;
import dev.tradesuite.learning.model.TrainedModel;
import java.util.Optional;

/**
 * The trained version in use for a series; the rule where none is, and where it cannot be read.
 *
 * <p>A version serves the symbol and timeframe it was trained on and no other: {@code EURUSD.SIM} is another market
 * than {@code EURUSD}, though its contract is the same.
 */
public final class TrainedBarModel implements BarModel {

    private final ModelKind kind;
    private final BarModel rule;
    private final TrainedVersions versions;

    /** A model whose versions are of this kind. */
    public TrainedBarModel(ModelKind kind, BarModel rule, TrainedVersions versions) {
        this.kind = kind;
        this.rule = rule;
        this.versions = versions;
    }

    @Override
    public BarModelCode code() {
        return rule.code();
    }

    @Override
    public ModelVersion version(SeriesKey series) {
        return inUse(series)
                .flatMap(VersionInUse::model)
                .map(model -> TrainedSignal.version(code(), model))
                .orElseGet(() -> rule.version(series));
    }

    @Override
    public Optional<VersionInUse> inUse(SeriesKey series) {
        return versions.find(kind, series);
    }

    @Override
    public int lookBack() {
        return Math.max(rule.lookBack(), kind.lookBack());
    }

    @Override
    public BarSignal on(BarView view) {
        Optional<VersionInUse> inUse = inUse(view.series());
        Optional<TrainedModel> trained = inUse.flatMap(VersionInUse::model);
        if (trained.isPresent()) {
            return TrainedSignal.of(code(), trained.get(), view);
        }
        BarSignal said = rule.on(view);
        return inUse.map(missing -> StandIn.saying(said, missing)).orElse(said);
    }
}
