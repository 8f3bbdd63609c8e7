package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerContext;
import dev.tradesuite.broker.BrokerOptions;
import dev.tradesuite.broker.BrokerProvider;
import dev.tradesuite.broker.paper.PaperStore;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.PriceCollar;
import dev.tradesuite.orchestrator.order.client.OrderRiskApi;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.boot.ConfigMistake;
import dev.tradesuite.support.event.EventTopics;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.web.service.registry.ImportHttpServices;

/** Orders and their brokers. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(OrderSettings.class)
@ImportHttpServices(group = "risk", types = OrderRiskApi.class)
class OrderConfig {

    private static final Logger LOG = LoggerFactory.getLogger(OrderConfig.class);

    @Bean
    KafkaAdmin.NewTopics orderTopics() {
        return EventTopics.of(Topics.ORDERS_EVENTS);
    }

    /** The brokers that an account uses, and those with settings of their own: they may have orders from before. */
    @Bean
    Brokers brokers(OrderSettings settings, InstrumentCatalog catalog, PaperStore books, Clock clock) {
        Set<String> used = new HashSet<>(settings.broker().accounts().values());
        used.add(settings.broker().byDefault());
        used.addAll(settings.brokers().keySet());
        List<Broker> made = BrokerProvider.all().stream()
                .filter(provider -> used.contains(provider.name()))
                .map(provider -> made(provider, settings, catalog, books, clock))
                .toList();
        return checked(
                "suite.orchestrator.broker",
                () -> new Brokers(
                        made, settings.broker().byDefault(), settings.broker().accounts()));
    }

    @Bean
    OrderBooks orderBooks(
            TradeOrders orders,
            InstrumentCatalog catalog,
            ClosingPrices prices,
            TradeOrderEvents events,
            OrderSettings settings) {
        return new OrderBooks(orders, new FillRates(catalog, prices, settings.maxRateAge()), events, Ids::next);
    }

    @Bean
    Submission submission(OrderSettings settings) {
        return new Submission(settings.broker().lookups(), settings.broker().lookupPause());
    }

    @Bean
    OrderService orderService(
            TradeOrders orders,
            OrderBooks books,
            Brokers brokers,
            Submission submission,
            UnitOfWork work,
            Instances instances,
            Clock clock) {
        OrderService service =
                new OrderService(orders, books, brokers, submission, work, instances.self(), Ids::next, clock);
        brokers.all().forEach(broker -> broker.listen(service::book));
        return service;
    }

    @Bean
    OrderChangeService orderChangeService(
            TradeOrders orders,
            OrderService service,
            Brokers brokers,
            Submission submission,
            OrderReservations reservations,
            ClosingPrices prices,
            PriceGuard guard,
            InstrumentCatalog catalog,
            OrderSizeLimit limit,
            OrderReconciliation reconciliation) {
        return new OrderChangeService(
                orders, service, brokers, submission, reservations, prices, guard, catalog, limit, reconciliation);
    }

    @Bean
    ProtectionService protectionService(
            TradeOrders orders,
            OrderService service,
            Brokers brokers,
            ClosingPrices prices,
            PriceGuard guard,
            OrderReservations reservations,
            OrderReconciliation reconciliation) {
        return new ProtectionService(orders, service, brokers, prices, guard, reservations, reconciliation);
    }

    @Bean
    OwnPositions ownPositions(TradeOrders orders, Brokers brokers) {
        return new OwnPositions(orders, brokers);
    }

    @Bean
    PriceGuard priceGuard(
            MarketPrices prices,
            PriceCollar collar,
            InstrumentCatalog catalog,
            MarketHours hours,
            OrderSettings settings,
            Clock clock) {
        return new PriceGuard(prices, collar, catalog, hours, settings.maxPriceAge(), settings.maxRateAge(), clock);
    }

    @Bean
    CandleFills candleFills(Brokers brokers, OrderService service, ClosingPrices prices, UnitOfWork work) {
        return new CandleFills(brokers, service, prices, work);
    }

    @Bean
    OrderReconciliation orderReconciliation(
            TradeOrders orders,
            OrderBooks books,
            Brokers brokers,
            Instances instances,
            InterruptedOrders interrupted,
            UnitOfWork work,
            OrderSettings settings,
            Clock clock) {
        return new OrderReconciliation(
                orders,
                books,
                brokers,
                instances,
                interrupted,
                work,
                settings.reconciliation().grace(),
                clock);
    }

    /**
     * Part of the readiness: until the first run has come to its end, the service takes no traffic, and an execute that
     * comes all the same is answered with REJECT.
     */
    @Bean
    HealthIndicator reconciliationHealthIndicator(OrderReconciliation reconciliation) {
        return () -> {
            Health.Builder health = reconciliation.isDone() ? Health.up() : Health.down();
            reconciliation.failure().ifPresent(failure -> health.withDetail("failure", failure));
            return health.build();
        };
    }

    @Bean
    ApplicationRunner firstReconciliation(Instances instances, OrderReconciliation reconciliation) {
        return _ -> {
            instances.beat();
            reconcile(reconciliation);
        };
    }

    /** At fixed rates, because those run on threads of their own: a slow broker must not keep orders from expiring. */
    @Bean
    SchedulingConfigurer orderTasks(
            Instances instances,
            OrderReconciliation reconciliation,
            CandleFills fills,
            OrderRetention retention,
            OrderSettings settings,
            Clock clock) {
        return tasks -> {
            tasks.addFixedRateTask(every(settings.instance().heartbeat(), instances::beat));
            tasks.addFixedRateTask(every(settings.reconciliation().interval(), () -> reconcile(reconciliation)));
            tasks.addFixedRateTask(every(settings.expiryInterval(), () -> fills.expire(clock.instant())));
            tasks.addFixedRateTask(new FixedRateTask(retention::forget, Duration.ofHours(1), Duration.ofMinutes(1)));
        };
    }

    @Bean
    OrderRetention orderRetention(TradeOrders orders, PaperStore books, OrderSettings settings, Clock clock) {
        return new OrderRetention(orders, books, settings.orders().keep(), clock);
    }

    /** Once the last request has its answer, nothing is on its way here any more. */
    @Bean
    DisposableBean farewell(Instances instances) {
        return instances::leave;
    }

    private static FixedRateTask every(Duration interval, Runnable work) {
        return new FixedRateTask(work, interval, interval);
    }

    private static void reconcile(OrderReconciliation reconciliation) {
        try {
            reconciliation.run();
            reconciliation.failure().ifPresent(failure -> LOG.warn("An order is not reconciled: {}", failure));
        } catch (RuntimeException e) {
            LOG.warn("Orders cannot be reconciled; tried again shortly", e);
        }
    }

    private static Broker made(
            BrokerProvider provider, OrderSettings settings, InstrumentCatalog catalog, PaperStore books, Clock clock) {
        Map<String, String> own = settings.brokers().getOrDefault(provider.name(), Map.of());
        return checked(
                "suite.orchestrator.brokers." + provider.name(),
                () -> provider.create(new BrokerContext(new BrokerOptions(own), catalog, books, Ids::next, clock)));
    }

    private static <T> T checked(String prefix, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException mistake) {
            throw new ConfigMistake("%s: %s".formatted(prefix, mistake.getMessage()), "Correct the setting.");
        }
    }
}
