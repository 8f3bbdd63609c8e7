package dev.tradesuite.ledger.account;

import dev.tradesuite.instruments.Lots;
import java.util.UUID;

/**
 * How much of an order the books include.
 *
 * @param fillId the fill booked last
 * @param orderId its order
 * @param bookedLots lots of the order in the books
 * @param orderComplete whether that is all of the order
 */
public record OrderProgress(UUID fillId, UUID orderId, Lots bookedLots, boolean orderComplete) {}
