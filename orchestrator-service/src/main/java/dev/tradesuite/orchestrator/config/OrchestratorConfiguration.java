package dev.tradesuite.orchestrator.config;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.orchestrator.order.BarDriven;
import dev.tradesuite.orchestrator.order.BarFills;
import dev.tradesuite.orchestrator.order.Broker;
import dev.tradesuite.orchestrator.order.FillRates;
import dev.tradesuite.orchestrator.order.OrderDesk;
import dev.tradesuite.orchestrator.order.OrderEvents;
import dev.tradesuite.orchestrator.order.Orders;
import dev.tradesuite.orchestrator.order.RecentPrices;
import dev.tradesuite.orchestrator.order.Reconciliation;
import dev.tradesuite.orchestrator.order.Submission;
import dev.tradesuite.orchestrator.order.UnitOfWork;
import dev.tradesuite.orchestrator.order.messaging.PublishedOrderEvents;
import dev.tradesuite.orchestrator.order.paper.PaperBroker;
import dev.tradesuite.orchestrator.order.paper.PaperStore;
import dev.tradesuite.orchestrator.order.paper.PaperTerms;
import dev.tradesuite.orchestrator.order.wire.OrderWriter;
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
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.support.event.EventTopics;
import dev.tradesuite.support.event.Events;
import dev.tradesuite.support.idempotency.Idempotency;
import dev.tradesuite.support.problem.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
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
    KafkaAdmin.NewTopics topics() {
        return EventTopics.of(Topics.ORDERS_EVENTS);
    }

    // Orders

    @Bean
    PaperBroker broker(
            OrchestratorSettings settings, InstrumentCatalog catalog, PaperStore store, UnitOfWork work, Clock clock) {
        return new PaperBroker(catalog, paperTerms(settings.paper()), store, work, Ids::next, clock);
    }

    @Bean
    OrderEvents orderEvents(Events events, Broker broker) {
        return new PublishedOrderEvents(events, broker.label());
    }

    @Bean
    OrderWriter orderWriter(InstrumentCatalog catalog, Broker broker) {
        return new OrderWriter(catalog, broker.name(), broker.label());
    }

    @Bean
    RecentPrices recentPrices() {
        return new RecentPrices();
    }

    @Bean
    OrderDesk orderDesk(
            Orders orders,
            Broker broker,
            OrderEvents events,
            InstrumentCatalog catalog,
            RecentPrices recent,
            UnitOfWork work,
            OrchestratorSettings settings,
            Clock clock) {
        return new OrderDesk(
                orders,
                broker,
                new Submission(
                        broker, settings.broker().lookups(), settings.broker().lookupPause()),
                new FillRates(catalog, recent),
                events,
                work,
                Ids::next,
                clock);
    }

    @Bean
    BarFills barFills(BarDriven broker, OrderDesk desk, RecentPrices recent, UnitOfWork work) {
        return new BarFills(broker, desk, recent, work);
    }

    @Bean
    Reconciliation reconciliation(
            Orders orders,
            OrderDesk desk,
            InterruptedRequests interrupted,
            OrchestratorSettings settings,
            Clock clock) {
        return new Reconciliation(
                orders, desk, interrupted, settings.reconciliation().grace(), clock);
    }

    @Bean
    InterruptedRequests interruptedRequests(
            DecisionStore store,
            DecisionWriter decisions,
            OrderWriter orders,
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
    DecisionWriter decisionWriter(OrderWriter orders, Problems traces, JsonMapper json) {
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
            OrderDesk desk,
            Reconciliation reconciliation,
            @Qualifier("stepThreads") ExecutorService threads,
            Clock clock) {
        return new TradeFlow(brain, books, conversion, sizing, risk, desk, reconciliation, threads, clock);
    }

    @Bean
    PositionClose positionClose(
            Books books,
            Conversion conversion,
            Risk risk,
            OrderDesk desk,
            Reconciliation reconciliation,
            @Qualifier("stepThreads") ExecutorService threads) {
        return new PositionClose(books, conversion, risk, desk, reconciliation, threads);
    }

    @Bean
    DecisionDesk decisionDesk(
            TradeFlow flow, DecisionStore store, DecisionWriter writer, UnitOfWork work, MeterRegistry meters) {
        return new DecisionDesk(flow, store, writer, work, new DecisionMeters(meters));
    }

    private static PaperTerms paperTerms(OrchestratorSettings.Paper paper) {
        return checked(
                "suite.orchestrator.paper",
                () -> new PaperTerms(
                        paper.spreadPips(),
                        paper.slippagePips(),
                        paper.commissionPerLot(),
                        paper.latency(),
                        paper.fillFraction(),
                        paper.maxLotsPerFill() == null ? null : new Lots(paper.maxLotsPerFill()),
                        paper.rejectSymbols()));
    }

    private static <T> T checked(String prefix, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException mistake) {
            throw new ConfigMistake("%s: %s".formatted(prefix, mistake.getMessage()), "Correct the setting.");
        }
    }
}
