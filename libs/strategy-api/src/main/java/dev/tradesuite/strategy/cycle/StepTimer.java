package dev.tradesuite.strategy.cycle;

import dev.tradesuite.strategy.cycle.CycleSummary.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Takes the time of each step. Used by one thread. */
final class StepTimer {

    private static final double NANOS_PER_MICRO = 1000;
    private static final double MICROS_PER_MILLI = 1000;

    private final List<Step> steps = new ArrayList<>();

    <T> T time(String name, Supplier<T> work) {
        long begun = System.nanoTime();
        T result = work.get();
        double micros = Math.rint((System.nanoTime() - begun) / NANOS_PER_MICRO);
        steps.add(new Step(name, micros / MICROS_PER_MILLI));
        return result;
    }

    void time(String name, Runnable work) {
        time(name, () -> {
            work.run();
            return true;
        });
    }

    List<Step> taken() {
        return List.copyOf(steps);
    }
}
