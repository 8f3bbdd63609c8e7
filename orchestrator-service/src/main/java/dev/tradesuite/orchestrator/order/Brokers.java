package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.CandleDrivenBroker;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The brokers of this process, and which account trades with which. */
public final class Brokers {

    private final Map<String, Broker> byName = new LinkedHashMap<>();
    private final String byDefault;
    private final Map<String, String> byAccount;

    /**
     * @param brokers at least the default one and those of the accounts
     * @param byDefault name of the broker of an account that has none of its own
     * @param byAccount names of brokers by account
     */
    public Brokers(Collection<? extends Broker> brokers, String byDefault, Map<String, String> byAccount) {
        brokers.forEach(broker -> byName.put(broker.name(), broker));
        this.byDefault = byDefault;
        this.byAccount = Map.copyOf(byAccount);
        named(byDefault);
        byAccount.values().forEach(this::named);
    }

    /** Where the orders of an account go from now on. */
    public Broker of(String accountId) {
        return named(byAccount.getOrDefault(accountId, byDefault));
    }

    /** Where the orders of an account go that has no broker of its own. */
    public Broker byDefault() {
        return named(byDefault);
    }

    /** The broker that has an order. */
    public Broker of(TradeOrder order) {
        return named(order.venue().broker());
    }

    /** Those that learn from candles where the market went. */
    List<CandleDrivenBroker> candleDriven() {
        return byName.values().stream()
                .filter(CandleDrivenBroker.class::isInstance)
                .map(CandleDrivenBroker.class::cast)
                .toList();
    }

    /** All of them. */
    public Collection<Broker> all() {
        return byName.values();
    }

    /** The same accounts with other brokers under the same names. */
    public Brokers with(UnaryOperator<Broker> other) {
        return new Brokers(byName.values().stream().map(other).toList(), byDefault, byAccount);
    }

    private Broker named(String name) {
        Broker broker = byName.get(name);
        if (broker == null) {
            throw new IllegalArgumentException(
                    "there is no broker %s here, only %s".formatted(name, String.join(", ", byName.keySet())));
        }
        return broker;
    }
}
