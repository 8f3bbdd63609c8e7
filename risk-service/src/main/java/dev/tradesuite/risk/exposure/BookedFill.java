package dev.tradesuite.risk.exposure;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A fill the books now include.
 *
 * @param orderId its order
 * @param bookedLots lots of that order in the books so far
 * @param orderComplete whether no further fill will follow
 */
public record BookedFill(UUID orderId, BigDecimal bookedLots, boolean orderComplete) {}
