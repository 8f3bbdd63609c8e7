package dev.tradesuite.controller;

import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.controller.cycle.client.LedgerApi;
import dev.tradesuite.controller.cycle.client.LedgerBooks;
import dev.tradesuite.controller.cycle.web.StrategyController;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.MarketSourceSettings;
import dev.tradesuite.market.config.MarketSources;
import dev.tradesuite.strategy.cycle.Activity;
import dev.tradesuite.strategy.cycle.FullCycle;
import dev.tradesuite.strategy.feed.PriceHistory;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.support.boot.ConfigMistake;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * The cycle, the endpoints and the markets of a service that has a strategy.
 *
 * <p>One JVM may host several services; those without a strategy get nothing.
 */
@AutoConfiguration(
        afterName = "dev.tradesuite.support.boot.BaseAutoConfiguration",
        beforeName = "org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration")
@ConditionalOnBean(Strategy.class)
@EnableConfigurationProperties({StrategySettings.class, MarketSourceSettings.class})
@ImportHttpServices(group = "ledger", types = LedgerApi.class)
public class StrategyAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MarketSource marketSource(MarketSourceSettings settings, Clock clock) {
        try {
            return MarketSources.of(settings, clock);
        } catch (IllegalArgumentException mistake) {
            throw new ConfigMistake(
                    String.valueOf(mistake.getMessage()), "Correct the settings below suite.market-source.");
        }
    }

    @Bean
    SharedMarkets sharedMarkets(Strategy strategy, MarketSource source, StrategySettings settings, Clock clock) {
        return new SharedMarkets(source, new PriceHistory(strategy.lookback()), settings.marketsSharedFor(), clock);
    }

    @Bean
    Activity activity(Clock clock) {
        return new Activity(clock);
    }

    @Bean
    FullCycle<CycleReport> fullCycle(
            Strategy strategy,
            SharedMarkets markets,
            LedgerApi api,
            Activity activity,
            StrategySettings settings,
            Clock clock) {
        return new FullCycle<>(strategy, markets, new LedgerBooks(api), activity, clock, settings.patience());
    }

    @Bean
    StrategyController strategyController(
            Strategy strategy, FullCycle<CycleReport> cycles, SharedMarkets markets, Activity activity) {
        return new StrategyController(strategy, cycles, markets, activity);
    }
}
