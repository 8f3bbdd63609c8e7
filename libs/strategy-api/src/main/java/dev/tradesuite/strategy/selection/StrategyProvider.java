package dev.tradesuite.strategy.selection;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A strategy together with the service that runs it: the entry point of a controller implements it.
 *
 * <p>A controller names its entry point in {@code META-INF/services}; the backtest and the launcher find it there, and
 * nothing else has a line for a strategy. A controller that is not written in Java has none: it is known by its address
 * alone, {@code suite.strategies.<type>.url}.
 */
public interface StrategyProvider {

    /** The strategy. */
    Strategy strategy();

    /** Port of the service when no setting says otherwise; the same as in its settings file. */
    int defaultPort();

    /** Whether the service starts with the suite; otherwise only when it is asked for. */
    default boolean startsWithTheSuite() {
        return false;
    }

    /** Entry point of the service. */
    default Class<?> application() {
        return getClass();
    }

    /** Name of the service, of its settings file and of its module, such as {@code strategy-mean-reversion-service}. */
    default String serviceName() {
        return "strategy-%s-service".formatted(strategy().type().replace('_', '-'));
    }

    /** The strategies on the class path, by their ports. */
    static List<StrategyProvider> all() {
        return ServiceLoader.load(StrategyProvider.class, StrategyProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(StrategyProvider::defaultPort))
                .toList();
    }
}
