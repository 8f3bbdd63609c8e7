package dev.tradesuite.contracts.cycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schedules by portfolio. {@code GET /orchestrator/schedules}.
 *
 * @param next what to ask for as {@code after} to read on; absent on the last page
 */
public record SchedulePage(List<ScheduledPortfolio> schedules, @Nullable Long next) {}
