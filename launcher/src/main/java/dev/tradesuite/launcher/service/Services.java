package dev.tradesuite.launcher.service;

import dev.tradesuite.brain.BrainApplication;
import dev.tradesuite.gateway.GatewayApplication;
import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.ledger.LedgerApplication;
import dev.tradesuite.orchestrator.OrchestratorApplication;
import dev.tradesuite.portfolio.PortfolioApplication;
import dev.tradesuite.risk.RiskApplication;
import dev.tradesuite.signals.SignalsApplication;
import dev.tradesuite.sizing.SizingApplication;
import dev.tradesuite.strategy.selection.StrategyProvider;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The services of the suite, each after those it needs. A new service is one line here, a strategy controller none. */
public final class Services {

    /** Key of the service that users talk to. */
    public static final String FRONT_DOOR = "gateway";

    /** Key of the service that reads trained models. */
    public static final String MODELS_READER = "brain";

    private static final String DATABASE = "postgresql";
    private static final String EVENTS = "kafka";
    private static final Set<String> BEHIND_THE_ORCHESTRATOR =
            Set.of("brain-service", "sizing-service", "risk-service", "ledger-service");

    private static final List<SuiteService> OWN = List.of(
            new SuiteService("sizing", 8008, SizingApplication.class, Set.of()),
            new SuiteService(MODELS_READER, 8001, BrainApplication.class, Set.of(DATABASE, EVENTS)),
            new SuiteService("ledger", 8003, LedgerApplication.class, Set.of(DATABASE, EVENTS)),
            new SuiteService("risk", 8009, RiskApplication.class, Set.of(DATABASE, EVENTS)),
            new SuiteService("orchestrator", 8004, OrchestratorApplication.class, BEHIND_THE_ORCHESTRATOR),
            // Beside the orchestrator, the longest start of all: nobody is told of the door before all are ready.
            new SuiteService(FRONT_DOOR, 8000, GatewayApplication.class, BEHIND_THE_ORCHESTRATOR),
            new SuiteService("portfolio", 8011, PortfolioApplication.class, Set.of(DATABASE, EVENTS))
                    .afterTheTradeFlow(),
            new SuiteService("signals-api", 8010, SignalsApplication.class, Set.of(DATABASE, EVENTS))
                    .afterTheTradeFlow());

    /** Every service: the suite's own, then the strategy controllers on the class path. */
    public static final List<SuiteService> ALL = withControllers(StrategyProvider.all());

    private Services() {}

    /** The suite's own services and the controllers of these strategies. */
    public static List<SuiteService> withControllers(List<StrategyProvider> strategies) {
        return Stream.concat(OWN.stream(), strategies.stream().map(SuiteService::controller))
                .toList();
    }

    /** The services a start brings up when nothing more is asked for. */
    public static List<SuiteService> usual() {
        return with(List.of());
    }

    /** The usual services and those with these keys. */
    public static List<SuiteService> with(Collection<String> keys) {
        return select(ALL, keys);
    }

    static List<SuiteService> select(List<SuiteService> all, Collection<String> keys) {
        for (String key : keys) {
            if (all.stream().noneMatch(service -> service.key().equals(key))) {
                throw new SuiteException(
                        ExitCode.USAGE,
                        "there is no service '%s' to start; --with takes %s"
                                .formatted(key, String.join(", ", onDemand(all))));
            }
        }
        return all.stream()
                .filter(service -> !service.onDemand() || keys.contains(service.key()))
                .toList();
    }

    /** Keys of the services that only start when asked for. */
    public static List<String> onDemand() {
        return onDemand(ALL);
    }

    private static List<String> onDemand(List<SuiteService> all) {
        return all.stream()
                .filter(SuiteService::onDemand)
                .map(SuiteService::key)
                .toList();
    }

    /** The service with that key. */
    public static SuiteService named(String key) {
        return ALL.stream()
                .filter(service -> service.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service has the key " + key));
    }
}
