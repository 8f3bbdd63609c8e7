package dev.tradesuite.contracts.orchestrator;

import java.time.Instant;
import java.util.List;

/**
 * Other orders protect a position than before, without a fill or an end of an order that would say so. Event
 * {@code order.protection} on {@code orders.events}, keyed by account.
 *
 * @param accountId account
 * @param symbol instrument
 * @param protection the orders that protect the position from now on; empty: none
 * @param changedAt when
 */
public record ProtectionChanged(String accountId, String symbol, List<ProtectiveOrder> protection, Instant changedAt) {}
