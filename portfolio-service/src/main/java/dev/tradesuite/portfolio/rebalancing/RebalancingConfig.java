package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.portfolio.allocation.AccountHoldings;
import dev.tradesuite.portfolio.allocation.AccountWorths;
import dev.tradesuite.portfolio.allocation.Allocations;
import dev.tradesuite.portfolio.allocation.PortfolioCash;
import dev.tradesuite.portfolio.allocation.PortfolioViewService;
import dev.tradesuite.portfolio.allocation.TargetPortfolios;
import dev.tradesuite.portfolio.monitoring.TradeImpactService;
import dev.tradesuite.portfolio.rebalancing.client.ApprovalsApi;
import dev.tradesuite.portfolio.rebalancing.client.DirectOrdersApi;
import dev.tradesuite.portfolio.rebalancing.client.LatestPricesApi;
import dev.tradesuite.portfolio.rebalancing.client.PortfolioTransfersApi;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.schedule.RepeatedTask;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Puts rebalancing together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RebalancingSettings.class)
@ImportHttpServices(group = "brain", types = LatestPricesApi.class)
@ImportHttpServices(group = "ledger", types = PortfolioTransfersApi.class)
@ImportHttpServices(
        group = "orchestrator",
        types = {DirectOrdersApi.class, ApprovalsApi.class})
class RebalancingConfig {

    @Bean
    RebalancingPlanner rebalancingPlanner(InstrumentCatalog catalog, MarketHours hours, RebalancingSettings settings) {
        return new RebalancingPlanner(catalog, hours, settings.rules());
    }

    @Bean
    RiskOutlook riskOutlook(TradeImpactService impacts, InstrumentCatalog catalog) {
        return new LiveRiskOutlook(impacts, catalog);
    }

    @Bean
    RebalancingPlans.Market rebalancingMarket(
            RebalancingPlanner planner, PriceBoard prices, OrderDesk orders, RiskOutlook risks) {
        return new RebalancingPlans.Market(planner, prices, orders, risks);
    }

    @Bean
    RebalancingPlans rebalancingPlans(
            AccountHoldings accounts,
            AccountWorths worths,
            TargetPortfolios targets,
            Allocations allocations,
            StrategyStore strategies,
            RebalancingPlans.Market market,
            Clock clock) {
        return new RebalancingPlans(accounts, worths, targets, allocations, strategies, market, clock);
    }

    @Bean
    RebalancingService rebalancingService(
            RebalancingPlans plans,
            RebalancingStore store,
            RebalancingTransfers transfers,
            RebalancingEvents events,
            UnitOfWork work,
            Clock clock) {
        return new RebalancingService(plans, store, transfers, events, work, Ids::next, clock);
    }

    @Bean
    ApprovalFollower approvalFollower(
            RebalancingStore store,
            RebalancingEvents events,
            UnitOfWork work,
            RebalancingSettings settings,
            Clock clock) {
        return new ApprovalFollower(store, events, work, settings.expiresIn(), clock);
    }

    @Bean
    RebalancingRunner.Books rebalancingBooks(
            RebalancingStore store, RebalancingTransfers transfers, Allocations allocations, RebalancingEvents events) {
        return new RebalancingRunner.Books(store, transfers, allocations, events);
    }

    @Bean
    RebalancingRunner.Desks rebalancingDesks(
            RebalancingPlans plans, OrderDesk orders, ApprovalDesk approvals, ApprovalFollower follower) {
        return new RebalancingRunner.Desks(plans, orders, approvals, follower);
    }

    @Bean
    RebalancingRunner.Market rebalancingHours(AccountHoldings accounts, InstrumentCatalog catalog, MarketHours hours) {
        return new RebalancingRunner.Market(accounts, catalog, hours);
    }

    @Bean
    RebalancingRunner rebalancingRunner(
            RebalancingRunner.Books books,
            RebalancingRunner.Desks desks,
            RebalancingRunner.Market market,
            UnitOfWork work,
            RebalancingSettings settings,
            Clock clock) {
        return new RebalancingRunner(
                books,
                desks,
                market,
                work,
                new RebalancingRunner.Pace(
                        "portfolio-" + Ids.next(),
                        settings.lease(),
                        settings.again(),
                        settings.cashWait(),
                        settings.expiresIn()),
                clock);
    }

    @Bean
    RebalancingTimesService rebalancingTimesService(
            RebalancingTimesStore times,
            RebalancingService rebalancings,
            PortfolioViewService portfolios,
            TargetPortfolios targets,
            UnitOfWork work,
            TradingDays days,
            RebalancingSettings settings,
            Clock clock) {
        return new RebalancingTimesService(
                times, rebalancings, portfolios, targets, work, days, settings.driftLook(), clock);
    }

    @Bean
    TradingDays tradingDays(
            TargetPortfolios targets,
            Allocations allocations,
            StrategyStore strategies,
            InstrumentCatalog catalog,
            MarketHours hours) {
        return new TradingDays(targets, allocations, strategies, catalog, hours);
    }

    @Bean
    TransferRunner transferRunner(
            RebalancingTransfers transfers,
            PortfolioCash portfolios,
            TransferDesk desk,
            UnitOfWork work,
            RebalancingSettings settings,
            Clock clock) {
        return new TransferRunner(
                transfers,
                portfolios,
                desk,
                work,
                new TransferRunner.Pace(settings.lease(), settings.again(), settings.transferLook()),
                clock);
    }

    /** Every instance looks; the rows say whose each is. */
    @Bean
    RepeatedTask lookAtRebalancings(
            RebalancingRunner runner,
            TransferRunner transfers,
            RebalancingTimesService times,
            RebalancingSettings settings) {
        return new RepeatedTask(
                "the rebalancings", settings.look(), List.of(runner::runDue, transfers::runDue, times::look));
    }

    @Bean
    RebalancingMeter rebalancingMeter(RebalancingStore store, Clock clock) {
        return new RebalancingMeter(store, clock);
    }

    /** Tells what is under way. Whatever that is, the service works. */
    @Bean
    HealthIndicator rebalancingsHealthIndicator(RebalancingStore store, Clock clock) {
        return () -> {
            RebalancingStore.Backlog backlog = store.backlog();
            return Health.up()
                    .withDetail("pending_approval", backlog.pending())
                    .withDetail("approved", backlog.approved())
                    .withDetail("executing", backlog.executing())
                    .withDetail(
                            "oldest_age_seconds",
                            backlog.oldestAge(clock.instant()).toSeconds())
                    .build();
        };
    }
}
