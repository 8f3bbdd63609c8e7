package dev.tradesuite.broker;

import java.util.List;
import java.util.ServiceLoader;

/**
 * Makes a broker. Found by {@link ServiceLoader}: a module names its provider in
 * {@code META-INF/services/dev.tradesuite.broker.BrokerProvider}.
 */
public interface BrokerProvider {

    /** Name of the broker it makes, as in settings and orders. */
    String name();

    /**
     * The broker, ready to be used.
     *
     * @throws IllegalArgumentException when a setting is missing or wrong; the message names it
     */
    Broker create(BrokerContext context);

    /** Every provider there is. */
    static List<BrokerProvider> all() {
        return ServiceLoader.load(BrokerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
