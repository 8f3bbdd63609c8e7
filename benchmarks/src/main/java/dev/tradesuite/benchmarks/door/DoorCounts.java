package dev.tradesuite.benchmarks.door;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What came of the requests so far. Safe for many threads. */
final class DoorCounts {

    private static final int PROGRESS = 20_000;

    private final long beganNanos = System.nanoTime();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong wrong = new AtomicLong();
    private final AtomicLong connections = new AtomicLong();
    private final PrintWriter log;

    DoorCounts(PrintWriter log) {
        this.log = log;
    }

    /** Number of the next request, from 1. */
    long next() {
        return sent.incrementAndGet();
    }

    void connected() {
        connections.incrementAndGet();
    }

    void answered() {
        if (answered.incrementAndGet() % PROGRESS == 0) {
            say("%d answered, %d unanswered, %d wrong".formatted(right(), unanswered(), wrong()));
        }
    }

    void unanswered(String which) {
        unanswered.incrementAndGet();
        say("unanswered: " + which);
    }

    void wrong(String which) {
        wrong.incrementAndGet();
        say("wrong: " + which);
    }

    /** Answered, and rightly. */
    long right() {
        return answered.get();
    }

    long unanswered() {
        return unanswered.get();
    }

    long wrong() {
        return wrong.get();
    }

    long connections() {
        return connections.get();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - beganNanos);
    }

    private void say(String line) {
        log.println("%8.1f s  %s".formatted(elapsed().toMillis() / 1_000.0, line));
        log.flush();
    }
}
