package dev.tradesuite.signals.run.web;

import dev.tradesuite.contracts.signals.ModelRun;
import dev.tradesuite.signals.run.KeptRun;

/** Writes runs as they travel. */
final class ModelRunMapper {

    private ModelRunMapper() {}

    /** A run with how much is in it. */
    static ModelRun of(KeptRun run) {
        return new ModelRun(
                run.id(),
                run.kind(),
                run.state().orElse(null),
                run.label().orElse(null),
                run.span().from().orElse(null),
                run.span().to().orElse(null),
                run.series().stream()
                        .map(series -> new ModelRun.RunBars(series.symbol(), series.timeframe()))
                        .toList(),
                run.strategies(),
                run.count().trades(),
                run.count().points().orElse(null),
                run.jobs(),
                run.createdAt());
    }
}
