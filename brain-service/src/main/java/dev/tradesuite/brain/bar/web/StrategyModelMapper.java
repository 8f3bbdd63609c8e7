package dev.tradesuite.brain.bar.web;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.bar.BarModel;
import dev.tradesuite.brain.model.bar.VersionInUse;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.brain.StrategyModel;
import dev.tradesuite.contracts.market.Reason;
import java.util.Optional;

/** Writes models as they travel. */
final class StrategyModelMapper {

    private StrategyModelMapper() {}

    static StrategyModel of(BarModel model, SeriesKey series) {
        Optional<VersionInUse> inUse = model.inUse(series);
        return new StrategyModel(
                model.code().name(),
                model.code().title(),
                model.code().type(),
                BarSignalMapper.model(model.version(series)),
                inUse.flatMap(found -> TrainedVersionMapper.of(found, series.timeframe()))
                        .orElse(null),
                inUse.flatMap(StrategyModelMapper::problem).orElse(null),
                model.code().hears().stream().map(Enum::name).toList());
    }

    private static Optional<Reason> problem(VersionInUse inUse) {
        return inUse.problem()
                .map(problem -> Reason.of(
                        SignalReason.MODEL_UNREADABLE,
                        "The rule stands in for %s: %s.".formatted(inUse.shownName(), problem)));
    }
}
