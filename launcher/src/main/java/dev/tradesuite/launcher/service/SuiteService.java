package dev.tradesuite.launcher.service;

import dev.tradesuite.strategy.selection.StrategyProvider;
import java.util.Set;

/**
 * One service of the suite.
 *
 * @param key short name in settings, such as {@code brain}; of a strategy controller the strategy, such as
 *     {@code mean_reversion}
 * @param name name of the module, its configuration file and its log, such as {@code brain-service}
 * @param addressSetting setting by which the others find it
 * @param defaultPort port when the settings say nothing
 * @param application main class
 * @param needs names of the parts that must be ready before it starts
 * @param neededToTrade whether the trade flow needs it; the others start when that answers
 * @param onDemand whether it only starts when it is asked for
 */
public record SuiteService(
        String key,
        String name,
        String addressSetting,
        int defaultPort,
        Class<?> application,
        Set<String> needs,
        boolean neededToTrade,
        boolean onDemand) {

    public SuiteService {
        needs = Set.copyOf(needs);
    }

    /** A service that is always there. */
    public SuiteService(String key, int defaultPort, Class<?> application, Set<String> needs) {
        this(
                key,
                key + "-service",
                "suite.services.%s.url".formatted(key),
                defaultPort,
                application,
                needs,
                true,
                false);
    }

    /** The same service, which starts when the trade flow answers. */
    SuiteService afterTheTradeFlow() {
        return new SuiteService(key, name, addressSetting, defaultPort, application, needs, false, onDemand);
    }

    /** The controller of a strategy, which trades in the books of ledger-service. */
    static SuiteService controller(StrategyProvider provider) {
        String type = provider.strategy().type();
        return new SuiteService(
                type,
                provider.serviceName(),
                "suite.strategies.%s.url".formatted(type),
                provider.defaultPort(),
                provider.application(),
                Set.of("ledger-service"),
                false,
                !provider.startsWithTheSuite());
    }
}
