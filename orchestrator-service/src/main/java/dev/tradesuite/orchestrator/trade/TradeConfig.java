package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.ClosingPrices;
import dev.tradesuite.orchestrator.order.OrderReconciliation;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.OwnPositions;
import dev.tradesuite.orchestrator.order.PriceGuard;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.orchestrator.order.web.OrderMapper;
import dev.tradesuite.orchestrator.trade.client.BrainApi;
import dev.tradesuite.orchestrator.trade.client.RiskApi;
import dev.tradesuite.orchestrator.trade.client.SizingApi;
import dev.tradesuite.orchestrator.trade.client.TradeAccountApi;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.support.idempotency.Idempotency;
import dev.tradesuite.support.idempotency.StoredAnswers;
import dev.tradesuite.support.store.HourlyTask;
import dev.tradesuite.support.store.UnitOfWork;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;
import tools.jackson.databind.json.JsonMapper;

/** Trades, from an idea to a decision and an order. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TradeSettings.class)
@ImportHttpServices(group = "brain", types = BrainApi.class)
@ImportHttpServices(group = "sizing", types = SizingApi.class)
@ImportHttpServices(group = "risk", types = RiskApi.class)
@ImportHttpServices(group = "ledger", types = TradeAccountApi.class)
class TradeConfig {

    @Bean
    TradeDefaults tradeDefaults(TradeSettings settings) {
        TradeSettings.Defaults defaults = settings.defaults();
        try {
            return new TradeDefaults(defaults.accountId(), defaults.riskPercent(), defaults.stopAtrMultiple());
        } catch (IllegalArgumentException mistake) {
            throw new ConfigMistake(
                    "suite.orchestrator.defaults: %s".formatted(mistake.getMessage()), "Correct the setting.");
        }
    }

    /** One virtual thread for each step that runs beside its request, in the trace of that request. */
    @Bean(destroyMethod = "shutdown")
    ExecutorService stepThreads() {
        ContextSnapshotFactory contexts = ContextSnapshotFactory.builder().build();
        return ContextExecutorService.wrap(
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("step-", 0).factory()),
                contexts::captureAll);
    }

    @Bean
    SharedPrices sharedPrices(StoredPrices brain, ClosingPrices heard, TradeSettings settings, Clock clock) {
        return new SharedPrices(brain, heard, settings.priceSharedFor(), clock);
    }

    @Bean
    Conversion conversion(InstrumentCatalog catalog, SharedPrices latest, TradeSettings settings, Clock clock) {
        return new Conversion(catalog, latest, settings.maxRateAge(), clock);
    }

    /** For an order that does not say where the market is. */
    @Bean
    NewestPrice newestPrice(ClosingPrices prices, TradeSettings settings, Clock clock) {
        return symbol -> Optional.ofNullable(prices.newest(List.of(symbol)).get(symbol))
                .filter(newest -> newest.at().isAfter(clock.instant().minus(settings.maxPriceAge())))
                .map(ClosingPrice::price);
    }

    @Bean
    TradeFlow tradeFlow(
            Brain brain,
            TradeAccounts accounts,
            Conversion conversion,
            Sizing sizing,
            Risk risk,
            PriceGuard guard,
            OwnPositions own,
            TradeApprovals approvals,
            OrderService orders,
            OrderReconciliation reconciliation,
            @Qualifier("stepThreads") ExecutorService threads,
            Clock clock) {
        return new TradeFlow(
                brain,
                accounts,
                conversion,
                sizing,
                risk,
                guard,
                own,
                approvals,
                orders,
                reconciliation,
                threads,
                clock);
    }

    @Bean
    PositionClose positionClose(
            TradeAccounts accounts,
            Conversion conversion,
            Risk risk,
            PriceGuard guard,
            OwnPositions own,
            OrderService orders,
            OrderReconciliation reconciliation,
            @Qualifier("stepThreads") ExecutorService threads) {
        return new PositionClose(accounts, conversion, risk, guard, own, orders, reconciliation, threads);
    }

    @Bean
    DecisionService decisionService(
            TradeFlow flow,
            DecisionStore store,
            DecisionEvents events,
            TradeApprovals approvals,
            UnitOfWork work,
            MeterRegistry meters) {
        return new DecisionService(flow, store, events, approvals, work, new DecisionMeters(meters));
    }

    @Bean
    TradeWarmUp tradeWarmUp(
            TradeFlow flow,
            PriceGuard guard,
            DecisionDocuments documents,
            InstrumentCatalog catalog,
            TradeDefaults defaults,
            TradeSettings settings,
            Clock clock) {
        return new TradeWarmUp(flow, guard, documents, catalog.all().getFirst(), defaults, settings.warmUp(), clock);
    }

    /** A service is ready when its runners are done: the first alert finds the way walked. */
    @Bean
    ApplicationRunner walkedBeforeReady(TradeWarmUp warmUp) {
        return _ -> warmUp.run();
    }

    /** A repeat of a request that led to a decision is answered with its document. */
    @Bean
    StoredAnswers decisionsAsAnswers(DecisionStore store) {
        return id -> store.find(id).map(DecisionDocument::text);
    }

    /** And a repeat of one that led to an order without a decision with that order, once nobody has it on its way. */
    @Bean
    StoredAnswers ordersAsAnswers(TradeOrders orders, OrderMapper mapper, JsonMapper json) {
        return id -> orders.find(id)
                .filter(order -> order.owner() == null)
                .map(order -> json.writeValueAsString(mapper.order(order)));
    }

    @Bean
    InterruptedDecisions interruptedDecisions(
            DecisionStore store, DecisionEvents events, Idempotency idempotency, OrderMapper orders, JsonMapper json) {
        return new InterruptedDecisions(
                store, events, idempotency, order -> json.writeValueAsString(orders.order(order)));
    }

    @Bean
    HourlyTask decisionRetention(DecisionStore store, TradeSettings settings, Clock clock) {
        DecisionRetention retention = new DecisionRetention(
                store, settings.decisions().keep(), settings.decisions().keepOrdered(), clock);
        return new HourlyTask("decision-retention", retention::forget);
    }
}
