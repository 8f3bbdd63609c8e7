package dev.tradesuite.controller.cycle;

import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.controller.cycle.client.LedgerCycleApi;
import dev.tradesuite.controller.cycle.client.LedgerCycleClient;
import dev.tradesuite.controller.cycle.web.StrategyCycleController;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.MarketSourceSettings;
import dev.tradesuite.market.config.MarketSources;
import dev.tradesuite.strategy.cycle.ControllerStats;
import dev.tradesuite.strategy.cycle.CycleBooks;
import dev.tradesuite.strategy.cycle.FullCycle;
import dev.tradesuite.strategy.feed.PriceStore;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.strategy.selection.StrategyProvider;
import dev.tradesuite.support.boot.ConfigMistake;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * The cycle, the endpoints and the markets of a service that has a strategy.
 *
 * <p>One JVM may host several services; those without a strategy get nothing.
 */
@AutoConfiguration(
        afterName = "dev.tradesuite.support.boot.BaseAutoConfiguration",
        beforeName = "org.springframework.boot.restclient.autoconfigure.service.HttpServiceClientAutoConfiguration")
@ConditionalOnBean(StrategyProvider.class)
@EnableConfigurationProperties({StrategyCycleSettings.class, MarketSourceSettings.class})
@ImportHttpServices(group = "ledger", types = LedgerCycleApi.class)
@Import({LedgerCycleClient.class, StrategyCycleController.class})
public class StrategyCycleConfig {

    @Bean
    Strategy strategy(StrategyProvider provider) {
        return provider.strategy();
    }

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
    SharedMarkets sharedMarkets(
            Strategy strategy,
            MarketSource source,
            ObjectProvider<PriceStore> stores,
            StrategyCycleSettings settings,
            Clock clock) {
        return new SharedMarkets(source, history(strategy, stores), settings.marketsSharedFor(), clock);
    }

    @Bean
    ControllerStats controllerStats(Clock clock) {
        return new ControllerStats(clock);
    }

    @Bean
    FullCycle<CycleReport> fullCycle(
            Strategy strategy,
            SharedMarkets markets,
            CycleBooks<CycleReport> books,
            ControllerStats stats,
            StrategyCycleSettings settings,
            Clock clock) {
        return new FullCycle<>(strategy, markets, books, stats, clock, settings.patience());
    }

    private static PriceStore history(Strategy strategy, ObjectProvider<PriceStore> stores) {
        if (strategy.lookback().isZero()) {
            return PriceStore.none();
        }
        PriceStore store = stores.getIfAvailable();
        if (store == null) {
            throw new ConfigMistake(
                    "the strategy %s looks back at prices, and there is nowhere to keep them"
                            .formatted(strategy.type()),
                    "Add database to suite.features and set suite.schema to strategy.");
        }
        return store;
    }
}
