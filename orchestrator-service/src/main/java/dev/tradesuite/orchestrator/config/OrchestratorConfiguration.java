package dev.tradesuite.orchestrator.config;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.orchestrator.order.OrderReconciliation;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.web.OrderMapper;
import dev.tradesuite.orchestrator.trade.Books;
import dev.tradesuite.orchestrator.trade.Brain;
import dev.tradesuite.orchestrator.trade.Conversion;
import dev.tradesuite.orchestrator.trade.DecisionStore;
import dev.tradesuite.orchestrator.trade.LatestPrices;
import dev.tradesuite.orchestrator.trade.PositionClose;
import dev.tradesuite.orchestrator.trade.Risk;
import dev.tradesuite.orchestrator.trade.Sizing;
import dev.tradesuite.orchestrator.trade.TradeFlow;
import dev.tradesuite.orchestrator.trade.client.BrainApi;
import dev.tradesuite.orchestrator.trade.client.LedgerApi;
import dev.tradesuite.orchestrator.trade.client.RiskApi;
import dev.tradesuite.orchestrator.trade.client.SizingApi;
import dev.tradesuite.orchestrator.trade.wire.DecisionDesk;
import dev.tradesuite.orchestrator.trade.wire.DecisionMeters;
import dev.tradesuite.orchestrator.trade.wire.DecisionWriter;
import dev.tradesuite.orchestrator.trade.wire.InterruptedRequests;
import dev.tradesuite.orchestrator.trade.wire.TradeDefaults;
import dev.tradesuite.orchestrator.trade.wire.TradeReader;
import dev.tradesuite.orchestrator.webhook.web.AlertSettings;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.support.idempotency.Idempotency;
import dev.tradesuite.support.problem.Problems;
import dev.tradesuite.support.store.UnitOfWork;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.json.JsonMapper;

/** Trades and orders. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({OrchestratorSettings.class, AlertSettings.class})
@ImportHttpServices(group = "brain", types = BrainApi.class)
@ImportHttpServices(group = "sizing", types = SizingApi.class)
@ImportHttpServices(group = "risk", types = RiskApi.class)
@ImportHttpServices(group = "ledger", types = LedgerApi.class)
class OrchestratorConfiguration {

    @Bean
    InterruptedRequests interruptedRequests(
            DecisionStore store,
            DecisionWriter decisions,
            OrderMapper orders,
            Idempotency idempotency,
            JsonMapper json) {
        return new InterruptedRequests(store, decisions, orders, idempotency, json);
    }

    // Trades

    @Bean
    TradeDefaults tradeDefaults(OrchestratorSettings settings) {
        OrchestratorSettings.Defaults defaults = settings.defaults();
        return checked(
                "suite.orchestrator.defaults",
                () -> new TradeDefaults(
                        defaults.accountId(), defaults.riskPercent(), new Pips(defaults.stopLossPips())));
    }

    @Bean
    TradeReader tradeReader(InstrumentCatalog catalog, TradeDefaults defaults) {
        return new TradeReader(catalog, defaults);
    }

    @Bean
    DecisionWriter decisionWriter(OrderMapper orders, Problems traces, JsonMapper json) {
        return new DecisionWriter(orders, traces, json);
    }

    @Bean
    Conversion conversion(InstrumentCatalog catalog, LatestPrices latest, OrchestratorSettings settings, Clock clock) {
        return new Conversion(catalog, latest, settings.maxRateAge(), clock);
    }

    @Bean
    TradeFlow tradeFlow(
            Brain brain,
            Books books,
            Conversion conversion,
            Sizing sizing,
            Risk risk,
            OrderService desk,
            OrderReconciliation reconciliation,
            @Qualifier("stepThreads") ExecutorService threads,
            Clock clock) {
        return new TradeFlow(brain, books, conversion, sizing, risk, desk, reconciliation, threads, clock);
    }

    @Bean
    PositionClose positionClose(
            Books books,
            Conversion conversion,
            Risk risk,
            OrderService desk,
            OrderReconciliation reconciliation,
            @Qualifier("stepThreads") ExecutorService threads) {
        return new PositionClose(books, conversion, risk, desk, reconciliation, threads);
    }

    @Bean
    DecisionDesk decisionDesk(
            TradeFlow flow, DecisionStore store, DecisionWriter writer, UnitOfWork work, MeterRegistry meters) {
        return new DecisionDesk(flow, store, writer, work, new DecisionMeters(meters));
    }

    private static <T> T checked(String prefix, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException mistake) {
            throw new ConfigMistake("%s: %s".formatted(prefix, mistake.getMessage()), "Correct the setting.");
        }
    }
}
