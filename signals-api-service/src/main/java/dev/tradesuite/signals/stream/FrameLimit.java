package dev.tradesuite.signals.stream;

import java.time.Duration;
import java.util.ArrayDeque;

/** How much a client may say: 20 frames in 10 seconds, none above 4 KB, and four mistakes. For one thread at a time. */
final class FrameLimit {

    /** Bytes of a frame. */
    static final int LARGEST = 4_096;

    private static final int FRAMES = 20;
    private static final long WINDOW_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int LAST_ERROR = 5;

    private final ArrayDeque<Long> times = new ArrayDeque<>();
    private int errors;

    /** Counts a frame; whether it is one too many. */
    boolean isTooMany(long nowNanos) {
        while (!times.isEmpty() && nowNanos - times.getFirst() >= WINDOW_NANOS) {
            times.removeFirst();
        }
        times.addLast(nowNanos);
        return times.size() > FRAMES;
    }

    /** Counts a mistake; whether it is the last one that is borne. */
    boolean isLastError() {
        errors++;
        return errors >= LAST_ERROR;
    }
}
