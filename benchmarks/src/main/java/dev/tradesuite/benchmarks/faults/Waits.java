package dev.tradesuite.benchmarks.faults;

import java.time.Duration;

/** Waiting between two looks. */
final class Waits {

    private Waits() {}

    static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
