package dev.tradesuite.brain.feed.client;

import dev.tradesuite.brain.feed.MinuteCredits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Credits of one account by a clock of the test. */
final class CreditsInMemory implements MinuteCredits {

    private static final Duration MINUTE = Duration.ofSeconds(60);

    private final Clock clock;
    private final Deque<Instant> spent = new ArrayDeque<>();

    CreditsInMemory(Clock clock) {
        this.clock = clock;
    }

    @Override
    public int spend(String source, int wanted, int perMinute) {
        Instant now = clock.instant();
        spent.removeIf(at -> !at.plus(MINUTE).isAfter(now));
        int granted = Math.max(0, Math.min(wanted, perMinute - spent.size()));
        for (int i = 0; i < granted; i++) {
            spent.addLast(now);
        }
        return granted;
    }
}
