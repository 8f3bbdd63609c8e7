package dev.tradesuite.brain.model;

import dev.tradesuite.brain.indicator.AnalysisCache;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.brain.model.votes.VotesModel;
import dev.tradesuite.brain.model.votes.VotesSettings;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the models. */
@Configuration(proxyBeanMethods = false)
class ModelConfig {

    @Bean
    TradingModels tradingModels(List<TradingModel> models) {
        return new TradingModels(models);
    }

    @Bean
    VotesModel votesModel(ModelSettings settings) {
        VotesSettings votes = settings.votes();
        CandleAnalyst analyst = new CandleAnalyst(votes.fibonacci().rules(), votes.maxFlatShare());
        return new VotesModel(votes, new AnalysisCache(analyst, settings.rememberedAnalyses()));
    }
}
