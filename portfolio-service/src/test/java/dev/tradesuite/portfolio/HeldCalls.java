package dev.tradesuite.portfolio;

import dev.tradesuite.test.Neighbour.Call;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Calls of one process that are not answered until the test says so. */
final class HeldCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String process;
    private final Moment moment;
    private final Predicate<Call> which;
    private final List<Call> held = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    /** When a call is held. */
    enum Moment {
        /** Nothing was done about it, and nothing will be. */
        BEFORE,
        /** It was done; only the answer is missing. */
        AFTER
    }

    HeldCalls(String process, Moment moment, Predicate<Call> which) {
        this.process = process;
        this.moment = moment;
        this.which = which;
    }

    /** Returns when a call is held. */
    void await() {
        Awaitility.await("a call to be held").atMost(PATIENCE).until(() -> !held.isEmpty());
    }

    /** Lets all go on, and holds nothing any more. */
    void release() {
        released.countDown();
    }

    boolean isAbout(String caller, Moment now, Call call) {
        return released.getCount() > 0 && moment == now && process.equals(caller) && which.test(call);
    }

    void hold(Call call) {
        held.add(call);
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
