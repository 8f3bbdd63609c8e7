package dev.tradesuite.risk.exposure;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A fill the books now include.
 *
 * @param orderId its order
 * @param booked what the books have of that order so far, in the unit of its size
 * @param orderComplete whether no further fill will follow
 */
public record ReportedFill(UUID orderId, BigDecimal booked, boolean orderComplete) {}
