package dev.tradesuite.gateway;

import dev.tradesuite.test.TestBroker;
import java.util.Map;
import java.util.Optional;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The services behind the gateway under test, once for each JVM. Nobody listens where risk is said to be. */
final class Backends {

    private static final Map<String, Backend> STARTED = Map.of(
            "orchestrator", Backend.start("orchestrator"),
            "brain", Backend.start("brain"),
            "sizing", Backend.start("sizing"),
            "ledger", Backend.start("ledger"),
            "portfolio", Backend.start("portfolio"),
            "signals-api", Backend.start("signals-api"),
            "momentum", Backend.start("momentum"),
            "pairs_trading", Backend.start("pairs_trading"));

    private static final String OFFLINE = "http://127.0.0.1:" + TestBroker.freePort();

    private Backends() {}

    static Backend of(String name) {
        return Optional.ofNullable(STARTED.get(name)).orElseThrow();
    }

    static void register(DynamicPropertyRegistry settings) {
        STARTED.forEach((name, backend) -> settings.add("suite.services.%s.url".formatted(name), backend::url));
        settings.add("suite.services.risk.url", () -> OFFLINE);
        settings.add("suite.strategies.momentum.url", of("momentum")::url);
        settings.add("suite.strategies.pairs_trading.url", of("pairs_trading")::url);
        settings.add("suite.strategies.mean_reversion.url", () -> OFFLINE);
        settings.add("suite.gateway.services.sizing.response-timeout", () -> "500ms");
    }
}
