package dev.tradesuite.support.event;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says regularly that this instance lives, and takes over what instances have left that do not live any more.
 *
 * <p>Only an instance that has beaten without a gap for as long as silence is tolerated judges others by theirs: after
 * an outage of the database every instance looks silent to the first that comes back.
 */
final class Heartbeat {

    private final OutboxTable table;
    private final long silence;
    private final LongSupplier nanoTime;

    private boolean begun;
    private long first;
    private long last;

    Heartbeat(OutboxTable table, Duration silence, LongSupplier nanoTime) {
        this.table = table;
        this.silence = silence.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Says that this instance lives; returns whether it has taken over messages of others. */
    boolean beat() {
        long now = nanoTime.getAsLong();
        if (!begun || now - last > silence / 2) {
            first = now;
            begun = true;
        }
        table.beat();
        last = now;
        return table.adopt(now - first >= silence);
    }
}
