package dev.tradesuite.ledger.prediction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The paper orders as stored; those of a cycle are read with it. */
public interface OutcomeOrders {

    Optional<OutcomeOrder> find(UUID id);

    /** Stores new orders, in this order. */
    void add(List<OutcomeOrder> orders);

    /** Stores how orders ended that were waiting. */
    void end(List<OutcomeOrder> orders);

    /** Orders accepted before this moment that have not ended. */
    List<OutcomeOrder> waitingSince(Instant moment);
}
