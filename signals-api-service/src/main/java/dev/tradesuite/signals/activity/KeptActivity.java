package dev.tradesuite.signals.activity;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of what happened.
 *
 * @param id of the line
 * @param what happened
 * @param readAt when whoever asks read it as a notification; empty while it is unread, or nobody asks for that
 */
public record KeptActivity(long id, Happening what, Optional<Instant> readAt) {}
