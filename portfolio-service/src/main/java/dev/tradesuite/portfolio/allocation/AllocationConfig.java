package dev.tradesuite.portfolio.allocation;

import dev.tradesuite.portfolio.allocation.client.AccountBooksApi;
import dev.tradesuite.portfolio.allocation.client.PortfolioCashApi;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.portfolio.returns.ReturnReader;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes the targets of accounts. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(
        group = "ledger",
        types = {AccountBooksApi.class, PortfolioCashApi.class})
class AllocationConfig {

    @Bean
    TargetPortfolioService targetPortfolioService(
            TargetPortfolioStore targets, StrategyStore strategies, UnitOfWork work, Clock clock) {
        return new TargetPortfolioService(targets, strategies, work, clock);
    }

    @Bean
    AccountWorths accountWorths(PortfolioCash portfolios, Allocations allocations) {
        return new AccountWorths(portfolios, allocations);
    }

    @Bean
    PortfolioViewService portfolioViewService(
            AccountHoldings accounts,
            AccountWorths worths,
            TargetPortfolios targets,
            Allocations allocations,
            StrategyStore strategies,
            ReturnReader returns,
            Clock clock) {
        return new PortfolioViewService(accounts, worths, targets, allocations, strategies, returns, clock);
    }
}
