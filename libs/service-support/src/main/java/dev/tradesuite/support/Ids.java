package dev.tradesuite.support;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Identifiers that sort by the time they were made: UUID version 7 of RFC 9562, section 5.7.
 *
 * <p>Within one process every identifier is greater than the one before, so an index on them grows at its end. They are
 * unique, not secret.
 */
public final class Ids {

    /** Milliseconds since the epoch, then 12 bits that count within a millisecond. */
    private static final AtomicLong LAST = new AtomicLong();

    private Ids() {}

    /** A new identifier. Safe to call from any thread. */
    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (stamp >>> 12 << 16) | 0x7000 | (stamp & 0xfff);
        long low = (ThreadLocalRandom.current().nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
