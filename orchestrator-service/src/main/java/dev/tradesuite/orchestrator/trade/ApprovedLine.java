package dev.tradesuite.orchestrator.trade;

import java.util.UUID;

/**
 * An order that a person is said to have approved together with others.
 *
 * @param approvalId approval
 * @param number of the order in it
 */
public record ApprovedLine(UUID approvalId, int number) {}
