package dev.tradesuite.support;

import java.time.Instant;
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

    /** Far beyond any time that is asked for, and within the 48 bits of milliseconds. */
    private static final long LAST_SECOND = (1L << 48) / 1_000 - 1;

    private Ids() {}

    /** A new identifier. Safe to call from any thread. */
    public static UUID next() {
        long now = System.currentTimeMillis() << 12;
        long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
        long high = (stamp >>> 12 << 16) | 0x7000 | (stamp & 0xfff);
        long low = (ThreadLocalRandom.current().nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The least identifier that is made at the moment: what was made earlier is less, what is made later is not. */
    public static UUID least(Instant moment) {
        long millis = Math.clamp(moment.getEpochSecond(), 0, LAST_SECOND) * 1_000 + moment.getNano() / 1_000_000;
        return new UUID((millis << 16) | 0x7000, 0x8000_0000_0000_0000L);
    }
}
