package dev.tradesuite.contracts.ledger;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account changed: opened, renamed, archived, filled, marked, protected anew, or its cash was moved. Event
 * {@code account.updated} on {@code ledger.events}, keyed by account.
 *
 * @param account its state after the change; {@code sequence} orders the events
 * @param fill the fill that caused it; absent for any other change
 */
public record AccountUpdated(Account account, @Nullable BookedFill fill) {

    /**
     * The fill the books now include.
     *
     * @param fillId fill
     * @param orderId its order
     * @param bookedLots lots of that order in the books so far, this fill included
     * @param orderComplete whether no further fill of the order will follow
     */
    public record BookedFill(UUID fillId, UUID orderId, BigDecimal bookedLots, boolean orderComplete) {}
}
