package dev.tradesuite.orchestrator.trade;

import java.util.UUID;

/**
 * A decision as it is stored and answered.
 *
 * @param id names the decision
 * @param text the document
 */
public record DecisionDocument(UUID id, String text) {}
