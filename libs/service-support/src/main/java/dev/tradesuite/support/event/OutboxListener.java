package dev.tradesuite.support.event;

import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.event.TransactionalApplicationListenerAdapter;

/** Makes Modulith store every {@link OutboxMessage}, and passes it on once its transaction has committed. */
final class OutboxListener extends TransactionalApplicationListenerAdapter<PayloadApplicationEvent<OutboxMessage>> {

    OutboxListener(Outbox outbox) {
        super(event -> outbox.dispatch(event.getPayload()));
        setListenerId(Outbox.LISTENER);
    }
}
