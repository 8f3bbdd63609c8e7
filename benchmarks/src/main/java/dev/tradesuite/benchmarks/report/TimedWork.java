package dev.tradesuite.benchmarks.report;

import java.util.List;
import java.util.function.IntFunction;

/** Something to time, and its times. */
public final class TimedWork {

    private final String name;
    private final IntFunction<Object> work;
    private final Times times = new Times();

    /** Keeps the last result, so that the compiler cannot leave the work out. */
    private volatile Object result = "";

    /** @param work what is timed, by its number; its result is kept */
    public TimedWork(String name, IntFunction<Object> work) {
        this.name = name;
        this.work = work;
    }

    /** How long it took. */
    public Times times() {
        return times;
    }

    /** Does the work of these numbers, and forgets how long it took. */
    public void warmUp(int from, int to) {
        run(from, to, new Times());
    }

    /** Does the work of these numbers. */
    public void run(int from, int to) {
        run(from, to, times);
    }

    /** Header of a table of such work. */
    public static List<String> header(String what) {
        return List.of(what, "times", "p50 ms", "p99 ms", "p50 / baseline");
    }

    /** Its row in a table of such work. */
    public List<String> row(double baseline) {
        return List.of(
                name,
                Report.number(times.count()),
                Report.number(times.p50(), 3),
                Report.number(times.p99(), 3),
                Report.number(times.p50() / baseline, 2));
    }

    private void run(int from, int to, Times into) {
        for (int i = from; i < to; i++) {
            long start = System.nanoTime();
            result = work.apply(i);
            into.add(System.nanoTime() - start);
        }
        if (result.equals("")) {
            throw new IllegalStateException(name + " did nothing");
        }
    }
}
