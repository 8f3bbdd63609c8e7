package dev.tradesuite.market.gamma;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Spaces calls evenly, so that all threads together stay below a rate. */
final class Pace {

    private final long interval;
    private final LongSupplier nanoTime;
    private final Pauses pauses;
    private long next;

    Pace(double perSecond, LongSupplier nanoTime, Pauses pauses) {
        this.interval = Math.round(1e9 / perSecond);
        this.nanoTime = nanoTime;
        this.pauses = pauses;
        this.next = nanoTime.getAsLong();
    }

    /** Waits until it is this call's turn. */
    void await() {
        long wait = untilMyTurn();
        if (wait > 0) {
            pauses.rest(Duration.ofNanos(wait));
        }
    }

    private synchronized long untilMyTurn() {
        long now = nanoTime.getAsLong();
        // nanoTime may overflow, so only differences are compared.
        long wait = Math.max(next - now, 0);
        next = now + wait + interval;
        return wait;
    }
}
