package dev.tradesuite.signals.imported;

import java.math.BigDecimal;
import java.time.Instant;

/** Equity at a moment as it was recorded, in US dollars. */
public record RecordedPoint(Instant at, BigDecimal equity) {}
