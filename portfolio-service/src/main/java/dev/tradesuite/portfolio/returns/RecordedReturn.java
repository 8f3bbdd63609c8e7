package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A daily return as it is stored.
 *
 * @param version 1, and one more for every correction
 * @param recordedAt when this version was stored
 */
public record RecordedReturn(LocalDate day, RunLabel label, double value, int version, Instant recordedAt) {}
