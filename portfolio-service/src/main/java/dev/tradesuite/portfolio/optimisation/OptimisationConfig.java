package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.support.store.HourlyTask;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the optimiser. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OptimisationSettings.class)
class OptimisationConfig {

    @Bean
    WorkLimit optimisationLimit(OptimisationSettings settings) {
        return new WorkLimit(settings.parallel(), settings.patience());
    }

    @Bean
    AssetMomentsReader assetMomentsReader(ObjectProvider<ReturnReader> returns, StrategyStates states, Clock clock) {
        ReturnReader reader = returns.getIfAvailable(() -> _ -> List.of());
        return new AssetMomentsReader(new RegisteredReturns(reader, states, clock));
    }

    @Bean
    OptimisationService optimisationService(AssetMomentsReader reader, WorkLimit limit) {
        return new OptimisationService(reader, limit);
    }

    @Bean
    FrontierService frontierService(AssetMomentsReader reader, WorkLimit limit) {
        return new FrontierService(reader, limit);
    }

    @Bean
    AllocationCheckService allocationCheckService(AssetMomentsReader reader, WorkLimit limit) {
        return new AllocationCheckService(reader, limit);
    }

    @Bean
    ViewService viewService(AssetMomentsReader reader, WorkLimit limit) {
        return new ViewService(reader, limit);
    }

    @Bean
    HierarchyService hierarchyService(AssetMomentsReader reader, WorkLimit limit) {
        return new HierarchyService(reader, limit);
    }

    @Bean
    PortfolioRiskService portfolioRiskService(AssetMomentsReader reader, WorkLimit limit) {
        return new PortfolioRiskService(reader, limit);
    }

    @Bean
    UnitService unitService(WorkLimit limit) {
        return new UnitService(limit);
    }

    @Bean
    HourlyTask optimisationRetention(AnswerArchive archive, OptimisationSettings settings, Clock clock) {
        return new HourlyTask(
                "optimisation-retention",
                () -> archive.forgetBefore(clock.instant().minus(settings.kept())));
    }
}
