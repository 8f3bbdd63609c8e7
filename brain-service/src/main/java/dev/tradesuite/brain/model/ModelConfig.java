package dev.tradesuite.brain.model;

import dev.tradesuite.brain.indicator.AnalysisCache;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.brain.model.bar.BarModels;
import dev.tradesuite.brain.model.bar.BarTradingModel;
import dev.tradesuite.brain.model.ensemble.EnsembleModel;
import dev.tradesuite.brain.model.factor.FactorModel;
import dev.tradesuite.brain.model.factor.FactorRule;
import dev.tradesuite.brain.model.momentum.MomentumModel;
import dev.tradesuite.brain.model.overlay.OverlayAdvisorSource;
import dev.tradesuite.brain.model.overlay.OverlayBudget;
import dev.tradesuite.brain.model.overlay.OverlayModel;
import dev.tradesuite.brain.model.overlay.OverlayService;
import dev.tradesuite.brain.model.overlay.OverlaySettings;
import dev.tradesuite.brain.model.trained.TrainedBarModel;
import dev.tradesuite.brain.model.trained.TrainedVersions;
import dev.tradesuite.brain.model.votes.VotesModel;
import dev.tradesuite.brain.model.votes.VotesSettings;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.learning.model.ModelKind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the models. */
@Configuration(proxyBeanMethods = false)
class ModelConfig {

    @Bean
    TradingModels tradingModels(VotesModel votes, BarModels barModels) {
        return new TradingModels(Stream.concat(
                        Stream.of(votes),
                        barModels.all().stream().map(model -> new BarTradingModel(model.code(), barModels)))
                .toList());
    }

    /** The models of closed bars, each of which a question can name too. */
    @Bean
    BarModels barModels(ModelSettings settings, TrainedVersions versions, OverlaySettings overlay) {
        return new BarModels(List.of(
                new TrainedBarModel(ModelKind.RL_PPO, new MomentumModel(settings.momentum()), versions),
                new TrainedBarModel(ModelKind.ML_XGB, new FactorModel(FactorRule.XGB), versions),
                new TrainedBarModel(ModelKind.ML_LGBM, new FactorModel(FactorRule.LGBM), versions),
                new OverlayModel(overlay.model()),
                new EnsembleModel()));
    }

    @Bean
    TrainedVersions trainedVersions(ModelSettings settings) {
        return new TrainedVersions(settings.models(), System::nanoTime);
    }

    /** Names what cannot be read. The service works all the same: the rules stand in. */
    @Bean
    HealthIndicator trainedModelsHealthIndicator(TrainedVersions versions) {
        return () -> {
            Map<String, String> unreadable = versions.unreadable();
            Health.Builder health = Health.up();
            return unreadable.isEmpty()
                    ? health.build()
                    : health.withDetail(SignalReason.MODEL_UNREADABLE.name(), unreadable)
                            .build();
        };
    }

    @Bean
    OverlayService overlayService(OverlayAdvisorSource source, OverlayBudget budget, Clock clock) {
        return new OverlayService(source.advisor(), budget, Thread.ofVirtual().name("overlay-", 0)::start, clock);
    }

    @Bean
    VotesModel votesModel(ModelSettings settings) {
        VotesSettings votes = settings.votes();
        CandleAnalyst analyst = new CandleAnalyst(votes.fibonacci().rules(), votes.maxFlatShare());
        return new VotesModel(votes, new AnalysisCache(analyst, settings.rememberedAnalyses()));
    }
}
