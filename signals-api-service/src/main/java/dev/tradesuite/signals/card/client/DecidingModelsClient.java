package dev.tradesuite.signals.card.client;

import dev.tradesuite.contracts.brain.StrategyModel;
import dev.tradesuite.contracts.brain.TrainedVersion;
import dev.tradesuite.contracts.brain.TrainedVersion.TestFigures;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.signals.card.DecidingModel;
import dev.tradesuite.signals.card.DecidingModels;
import dev.tradesuite.signals.card.VersionCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks brain-service. */
@Component
final class DecidingModelsClient implements DecidingModels {

    private final DecidingModelsApi brain;

    DecidingModelsClient(DecidingModelsApi brain) {
        this.brain = brain;
    }

    @Override
    public List<DecidingModel> on(String symbol, Timeframe timeframe) {
        return brain.list(symbol, timeframe).stream()
                .map(DecidingModelsClient::model)
                .toList();
    }

    private static DecidingModel model(StrategyModel told) {
        @Nullable TrainedVersion trained = told.trained();
        return new DecidingModel(told.strategyCode(), trained == null ? null : card(trained), told.problem());
    }

    private static VersionCard card(TrainedVersion trained) {
        return new VersionCard(
                trained.version(),
                trained.inUseSince(),
                trained.trainedAt(),
                trained.dataFrom(),
                trained.dataTo(),
                trained.dataBars(),
                new VersionCard.Verdict(trained.edge(), trained.verdict(), trained.report()),
                figures(trained.figures()));
    }

    private static Map<String, Double> figures(TestFigures tested) {
        Map<String, Double> figures = new LinkedHashMap<>();
        put(figures, "hit_rate", tested.hitRate());
        put(figures, "auc", tested.auc());
        put(figures, "brier", tested.brier());
        put(figures, "base_rate_brier", tested.baseRateBrier());
        put(figures, "trades", (double) tested.trades());
        put(figures, "win_rate", tested.winRate());
        put(figures, "profit_percent", tested.profitPercent());
        put(figures, "buy_and_hold_percent", tested.buyAndHoldPercent());
        put(figures, "probabilistic_sharpe", tested.probabilisticSharpe());
        put(figures, "profit_above_zero", tested.profitAboveZero());
        return figures;
    }

    private static void put(Map<String, Double> figures, String name, @Nullable Double value) {
        if (value != null) {
            figures.put(name, value);
        }
    }
}
