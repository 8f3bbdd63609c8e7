package dev.tradesuite.signals.stream;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a client comes.
 *
 * @param lastSeq newest number it has; empty: it begins with a snapshot
 * @param tokenEnd when its token ends; empty without one
 * @param reader who it is
 */
public record StreamVisit(OptionalLong lastSeq, Optional<Instant> tokenEnd, StreamReader reader) {}
