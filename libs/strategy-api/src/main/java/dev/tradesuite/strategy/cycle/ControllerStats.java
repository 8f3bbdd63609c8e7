package dev.tradesuite.strategy.cycle;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a controller has done since it started. Safe for use by many threads. */
public final class ControllerStats {

    private final Clock clock;
    private final Instant startedAt;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicLong succeeded = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private volatile @Nullable Instant lastCycleAt;

    public ControllerStats(Clock clock) {
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    <T> T during(Supplier<T> cycle) {
        running.incrementAndGet();
        boolean well = false;
        try {
            T result = cycle.get();
            well = true;
            return result;
        } finally {
            (well ? succeeded : failed).incrementAndGet();
            lastCycleAt = clock.instant();
            running.decrementAndGet();
        }
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Cycles under way. */
    public int running() {
        return running.get();
    }

    /** Cycles that ended well. */
    public long succeeded() {
        return succeeded.get();
    }

    /** Cycles that did not. */
    public long failed() {
        return failed.get();
    }

    /** End of the latest cycle; empty before the first. */
    public Optional<Instant> lastCycleAt() {
        return Optional.ofNullable(lastCycleAt);
    }
}
