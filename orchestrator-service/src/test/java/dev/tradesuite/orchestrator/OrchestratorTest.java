package dev.tradesuite.orchestrator;

import dev.tradesuite.orchestrator.order.Brokers;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service with neighbours a test decides about. Every test class that extends it shares one application. */
@SuiteIntegrationTest
@Import(OrchestratorTest.Faults.class)
abstract class OrchestratorTest {

    static final String ANALYZE = "/api/v1/orchestrator/analyze";
    static final String EXECUTE = "/api/v1/orchestrator/execute";
    static final String ORDERS = "/api/v1/orchestrator/orders";

    static final Neighbours NEIGHBOURS = new Neighbours();

    @Autowired
    SuiteClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FaultyBroker broker;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        NEIGHBOURS.settings(registry);
        for (String service : new String[] {"brain", "sizing", "risk", "ledger"}) {
            registry.add("suite.services.%s.timeout".formatted(service), () -> "1500ms");
        }
        // The market moves between two tests.
        registry.add("suite.orchestrator.price-shared-for", () -> "0s");
        // The neighbours count what tests ask of them.
        registry.add("suite.orchestrator.warm-up", () -> "0s");
        // Below the time-outs, so that it is the deadline that ends a slow step.
        registry.add("suite.orchestrator.webhook.deadline", () -> "900ms");
        registry.add("suite.orchestrator.broker.lookup-pause", () -> "1ms");
        // Far above what tests trade that are not about approvals, which then ask the database nothing.
        registry.add("suite.orchestrator.approval.above", () -> "5000000");
        registry.add("suite.orchestrator.approval.grace", () -> "0s");
        // The tests sweep when they want to.
        registry.add("suite.orchestrator.approval.sweep", () -> "1h");
        registry.add("suite.orchestrator.cycles.timeout", () -> "1s");
        registry.add("suite.orchestrator.strategies.probe-limit", () -> "500ms");
        registry.add("suite.orchestrator.cycles.lease", () -> "2s");
        registry.add("suite.orchestrator.cycles.renewal", () -> "400ms");
        registry.add("suite.orchestrator.cycles.sweep", () -> "200ms");
        registry.add("suite.orchestrator.cycles.schedule.poll", () -> "200ms");
        registry.add("suite.orchestrator.cycles.schedule.sync", () -> "1h");
        // As on a real server; the embedded one waits for no disk, and DurableCommits would count nothing.
        registry.add("spring.datasource.hikari.connection-init-sql", () -> "SET synchronous_commit = on");
        // The tests work on stops when they want to.
        registry.add("suite.orchestrator.stops.interval", () -> "1h");
        registry.add("suite.orchestrator.stops.pause", () -> "10m");
        registry.add("suite.orchestrator.stops.longest-pause", () -> "10m");
        registry.add("suite.orchestrator.stops.lease", () -> "2s");
        // The tests reconcile when they want to.
        registry.add("suite.orchestrator.reconciliation.interval", () -> "1h");
        // And compare positions when they want to, at once.
        registry.add("suite.orchestrator.differences.interval", () -> "1h");
        registry.add("suite.orchestrator.differences.grace", () -> "0s");
    }

    @BeforeEach
    void everybodyAgrees() {
        NEIGHBOURS.agree();
        broker.has(FaultyBroker.Fault.NONE);
        broker.holdsBack(null);
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    SuiteClient reader() {
        return http.with("trade:read");
    }

    SuiteClient trader() {
        return http.with("trade:read", "trade:execute");
    }

    /** The body of the README for an account of its own, so that tests do not meet in one position. */
    static String eurusd(String account, String more) {
        return eurusd(",\"account_id\":\"%s\"%s".formatted(account, more));
    }

    /** The body of the README with more fields. */
    static String eurusd(String more) {
        return """
            {"symbol":"EURUSD","current_price":1.0835,"stop_loss_pips":50,"risk_strategy":"fixed_risk",\
            "risk_percent":2.0,"leverage":1%s}"""
                .formatted(more);
    }

    static String newAccount() {
        return "t-" + UUID.randomUUID();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Faults {

        @Bean
        FaultyBroker faultyBroker(@Qualifier("brokers") Brokers brokers) {
            return new FaultyBroker(brokers.byDefault());
        }

        @Bean
        @Primary
        Brokers faultyBrokers(@Qualifier("brokers") Brokers brokers, FaultyBroker faulty) {
            return brokers.with(_ -> faulty);
        }

        @Bean
        static DurableCommits durableCommits() {
            return new DurableCommits();
        }
    }
}
