package dev.tradesuite.accounting.paper;

/**
 * An open position of a paper account; it has at most one.
 *
 * @param entry how it was entered
 * @param mark what it is worth
 */
public record PaperPosition(PaperEntry entry, PaperMark mark) {}
