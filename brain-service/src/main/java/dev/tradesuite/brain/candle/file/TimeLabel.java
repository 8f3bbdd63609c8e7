package dev.tradesuite.brain.candle.file;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time as a file writes it.
 *
 * @param wallClock date and time of the label
 * @param offset offset the label claims; null when it claims none
 */
public record TimeLabel(LocalDateTime wallClock, @Nullable ZoneOffset offset) {}
