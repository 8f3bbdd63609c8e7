package dev.tradesuite.brain.advisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the rounds of the advisors in the background, each at its own pace and on its own thread. */
final class AdvisorSchedule {

    private static final Logger log = LoggerFactory.getLogger(AdvisorSchedule.class);

    private final List<Shift> shifts;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean running;

    AdvisorSchedule(List<Shift> shifts) {
        this.shifts = List.copyOf(shifts);
    }

    /** Begins, with a thread for every advisor. */
    synchronized void start() {
        running = true;
        for (Shift shift : shifts) {
            log.info("Advisor {} is on, every {}", shift.advisor(), shift.pause());
            workers.add(Thread.ofVirtual().name("advisor-" + shift.advisor()).start(() -> work(shift)));
        }
    }

    /** Ends; a round under way is given up. */
    synchronized void stop() {
        running = false;
        // A round that waits for an answer is not worth waiting for.
        workers.forEach(Thread::interrupt);
        workers.clear();
        shifts.forEach(shift -> shift.release().run());
    }

    boolean isRunning() {
        return running;
    }

    /** Whether anybody is asked at all. */
    boolean isIdle() {
        return shifts.isEmpty();
    }

    private void work(Shift shift) {
        try {
            // The flag as well: a client may swallow the interruption.
            while (running) {
                shift.round().run();
                Thread.sleep(shift.pause());
            }
        } catch (InterruptedException _) {
            // The service stops.
        }
    }

    /**
     * The work of one advisor.
     *
     * @param advisor its name
     * @param round asks about every watched market
     * @param pause between two rounds
     * @param release gives back the connections of the advisor
     */
    record Shift(String advisor, Runnable round, Duration pause, Runnable release) {}
}
