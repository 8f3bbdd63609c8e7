package dev.tradesuite.ledger.account;

import java.time.Instant;
import java.util.Optional;

/**
 * Which records of an account are wanted.
 *
 * @param from of this time or later; empty: from the first
 * @param to before this time; empty: to the last
 * @param limit at most so many, the newest of them
 */
public record Span(Optional<Instant> from, Optional<Instant> to, int limit) {}
