package dev.tradesuite.contracts.orchestrator;

import java.util.List;

/**
 * Orders, newest first. {@code GET /api/v1/orchestrator/orders?account=&status=&symbol=&limit=}.
 *
 * @param orders at most the limit asked for
 */
public record OrderPage(List<Order> orders) {}
