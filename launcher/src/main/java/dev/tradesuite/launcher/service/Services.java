package dev.tradesuite.launcher.service;

import dev.tradesuite.brain.BrainApplication;
import dev.tradesuite.gateway.GatewayApplication;
import dev.tradesuite.orchestrator.OrchestratorApplication;
import dev.tradesuite.portfolio.PortfolioApplication;
import dev.tradesuite.risk.RiskApplication;
import dev.tradesuite.sizing.SizingApplication;
import java.util.List;
import java.util.Set;

/** The services of the suite, each after those it needs. A new service is one line here. */
public final class Services {

    /** Key of the service that users talk to. */
    public static final String FRONT_DOOR = "gateway";

    private static final String DATABASE = "postgresql";
    private static final String EVENTS = "kafka";

    /** Every service. */
    public static final List<SuiteService> ALL = List.of(
            new SuiteService("sizing", 8008, SizingApplication.class, Set.of()),
            new SuiteService("brain", 8001, BrainApplication.class, Set.of(DATABASE, EVENTS)),
            new SuiteService("portfolio", 8003, PortfolioApplication.class, Set.of(DATABASE, EVENTS)),
            new SuiteService("risk", 8009, RiskApplication.class, Set.of(DATABASE, EVENTS)),
            new SuiteService(
                    "orchestrator",
                    8004,
                    OrchestratorApplication.class,
                    Set.of(DATABASE, EVENTS, "brain-service", "sizing-service", "risk-service", "portfolio-service")),
            new SuiteService("gateway", 8000, GatewayApplication.class, Set.of("orchestrator-service")));

    private Services() {}

    /** The service with that key. */
    public static SuiteService named(String key) {
        return ALL.stream()
                .filter(service -> service.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service has the key " + key));
    }
}
