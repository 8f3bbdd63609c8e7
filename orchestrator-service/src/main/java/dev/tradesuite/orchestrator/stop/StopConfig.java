package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.difference.PositionGaps;
import dev.tradesuite.orchestrator.order.Brokers;
import dev.tradesuite.orchestrator.order.ClosingPrices;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.orchestrator.stop.client.StopPortfoliosApi;
import dev.tradesuite.orchestrator.stop.client.StopStatesApi;
import dev.tradesuite.orchestrator.trade.NewestPrice;
import dev.tradesuite.orchestrator.trade.PositionClose;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.store.HourlyTask;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.web.service.registry.ImportHttpServices;

/** Stops of trading. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StopSettings.class)
@ImportHttpServices(group = "risk", types = StopStatesApi.class)
@ImportHttpServices(group = "ledger", types = StopPortfoliosApi.class)
class StopConfig {

    private static final Logger LOG = LoggerFactory.getLogger(StopConfig.class);

    @Bean
    StopTargets stopTargets(TradeOrders orders, PositionGaps positions, Brokers brokers) {
        return new StopTargets(orders, positions, brokers);
    }

    @Bean
    StopService stopService(
            TradingStops stops,
            StopTargets targets,
            StopPortfolios portfolios,
            StopEvents events,
            ClosingPrices heard,
            NewestPrice prices,
            InstrumentCatalog catalog,
            UnitOfWork work,
            Clock clock) {
        return new StopService(stops, targets, portfolios, events, heard, prices, catalog, work, Ids::next, clock);
    }

    @Bean
    PositionFlattening positionFlattening(PositionClose close, NewestPrice prices, InstrumentCatalog catalog) {
        return new MarketFlattening(close, prices, catalog);
    }

    @Bean
    StopRunner stopRunner(
            TradingStops stops,
            StopTargets targets,
            StopStates states,
            OrderService service,
            TradeOrders orders,
            PositionFlattening flattening,
            StopPortfolios portfolios,
            StopEvents events,
            UnitOfWork work,
            StopSettings settings,
            Clock clock) {
        StopPace pace = new StopPace(settings.lease(), settings.pause(), settings.longestPause());
        return new StopRunner(
                stops, targets, states, service, orders, flattening, portfolios, events, work, pace, clock);
    }

    /** At a fixed rate, on a thread of its own: a silent broker keeps no other stop waiting. */
    @Bean
    SchedulingConfigurer stopTasks(StopRunner runner, StopSettings settings) {
        return tasks ->
                tasks.addFixedRateTask(new FixedRateTask(() -> run(runner), settings.interval(), settings.interval()));
    }

    @Bean
    HourlyTask stopRetention(TradingStops stops, StopSettings settings, Clock clock) {
        return new HourlyTask(
                "stop-retention", () -> stops.forgetEndedBefore(clock.instant().minus(settings.keep())));
    }

    private static void run(StopRunner runner) {
        try {
            runner.run();
        } catch (RuntimeException e) {
            LOG.warn("Stops of trading cannot be worked on; tried again shortly", e);
        }
    }
}
