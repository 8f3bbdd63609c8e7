package dev.tradesuite.ledger.prediction;

import dev.tradesuite.ledger.prediction.client.CycleClaimsApi;
import dev.tradesuite.ledger.prediction.client.StakeApi;
import dev.tradesuite.ledger.prediction.client.StrategyConfigApi;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.json.JsonMapper;

/** Makes the use cases of portfolios, and ends and forgets what its time is over for. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(PredictionSettings.class)
@Import({
    FenceGuard.class,
    PortfolioQueries.class,
    PauseAllService.class,
    PortfolioCycleService.class,
    PortfolioOrderService.class,
    PortfolioTransferService.class
})
@ImportHttpServices(group = "risk", types = StakeApi.class)
@ImportHttpServices(group = "orchestrator", types = CycleClaimsApi.class)
@ImportHttpServices(group = "strategies", types = StrategyConfigApi.class)
class PredictionConfig {

    @Bean
    Supplier<UUID> ids() {
        return Ids::next;
    }

    @Bean
    PortfolioService portfolioService(
            Portfolios portfolios,
            PortfolioHistory history,
            PortfolioEvents events,
            UnitOfWork work,
            JsonMapper json,
            Clock clock) {
        return new PortfolioService(portfolios, history, events, work, json::writeValueAsString, clock);
    }

    @Bean
    LiquidationService liquidationService(
            PortfolioService portfolios,
            PortfolioQueries queries,
            PortfolioCycleService cycles,
            PortfolioOrderService orders,
            PortfolioHistory history,
            UnitOfWork work,
            Supplier<UUID> ids,
            BiFunction<LiquidationService.Sales, PortfolioCycleService.Facts, String> report,
            PredictionSettings settings,
            Clock clock) {
        return new LiquidationService(
                portfolios, queries, cycles, orders, history, work, ids, report, settings.oldestBidToSellAt(), clock);
    }

    /** Runs beside the requests. */
    @Component
    static class Housekeeping {

        private final PortfolioOrderService orders;
        private final PortfolioCycleService cycles;
        private final PredictionSettings.Cycles settings;

        Housekeeping(PortfolioOrderService orders, PortfolioCycleService cycles, PredictionSettings settings) {
            this.orders = orders;
            this.cycles = cycles;
            this.settings = settings.cycles();
        }

        @Scheduled(initialDelayString = "5s", fixedDelayString = "15s")
        void cancelAbandonedOrders() {
            orders.cancelAbandoned(settings.orderPatience());
        }

        @Scheduled(initialDelayString = "1m", fixedDelayString = "1h")
        void forgetReports() {
            cycles.forgetOlderThan(settings.kept());
        }
    }
}
