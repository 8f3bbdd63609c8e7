package dev.tradesuite.contracts.cycle;

import java.util.List;

/**
 * Cycles, newest first. {@code GET /orchestrator/cycles}.
 *
 * @param cycles without their reports; {@code GET /orchestrator/cycles/{id}} has them
 */
public record CyclePage(List<Cycle> cycles) {}
