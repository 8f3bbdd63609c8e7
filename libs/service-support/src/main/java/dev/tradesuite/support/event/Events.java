package dev.tradesuite.support.event;

/** Publishes facts. */
public interface Events {

    /**
     * Publishes a fact together with the current transaction: consumers see it when the transaction commits, and never
     * when it does not.
     *
     * <p>Events with the same topic and key arrive in the order of their transactions, except around an outage of
     * Kafka. They may arrive twice; consumers go through {@link Inbox}.
     *
     * @param topic a constant of {@code Topics}
     * @param key keeps the order of what belongs together, such as the account id
     * @param type what happened, such as {@code order.filled}
     * @param data record of the contracts; becomes the {@code data} of the envelope
     * @throws IllegalStateException outside of a transaction
     */
    void publish(String topic, String key, String type, Object data);
}
