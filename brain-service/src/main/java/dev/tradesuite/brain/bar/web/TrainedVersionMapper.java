package dev.tradesuite.brain.bar.web;

import dev.tradesuite.brain.model.bar.VersionInUse;
import dev.tradesuite.contracts.brain.TrainedVersion;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.learning.model.ModelCard;
import dev.tradesuite.learning.model.TrainedModel;
import dev.tradesuite.learning.report.PeriodFigures;
import dev.tradesuite.learning.report.ProbabilityFigures;
import dev.tradesuite.learning.report.TradingFigures;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the card of a trained version as it travels. */
final class TrainedVersionMapper {

    private TrainedVersionMapper() {}

    /** Empty when the version cannot be read. */
    static Optional<TrainedVersion> of(VersionInUse inUse, Timeframe timeframe) {
        return inUse.model().map(TrainedModel::card).map(card -> of(inUse, card, timeframe));
    }

    private static TrainedVersion of(VersionInUse inUse, ModelCard card, Timeframe timeframe) {
        return new TrainedVersion(
                card.version(),
                card.origin().symbol(),
                timeframe,
                inUse.since(),
                card.createdAt(),
                card.origin().from(),
                card.origin().to(),
                card.origin().bars(),
                card.report().verdict().edge(),
                card.report().verdict().sentence(),
                figures(card.report().together()),
                "/api/v1/brain/models/versions/%s/report".formatted(card.version()));
    }

    private static TrainedVersion.TestFigures figures(PeriodFigures tested) {
        @Nullable ProbabilityFigures foretold = tested.probabilities();
        TradingFigures traded = tested.trading();
        return new TrainedVersion.TestFigures(
                tested.from(),
                tested.to(),
                tested.testedOn(),
                foretold == null ? null : foretold.hitRate(),
                foretold == null ? null : foretold.auc(),
                foretold == null ? null : foretold.brier(),
                foretold == null ? null : foretold.baseRateBrier(),
                traded.trades(),
                traded.winRate(),
                traded.profitPercent(),
                traded.buyAndHoldPercent(),
                traded.probabilisticSharpe(),
                traded.profitAboveZero());
    }
}
