package dev.tradesuite.orchestrator.trade;

/**
 * The part of a step in the decision document, written once, when the step answers: the flow reads it nowhere, it is
 * hashed with the rest, stored and answered as it is.
 *
 * @param text as it stands in the document
 */
public record StepDocument(String text) {}
