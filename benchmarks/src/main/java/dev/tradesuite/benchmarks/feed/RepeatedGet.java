package dev.tradesuite.benchmarks.feed;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** One request, sent many times by several at once, and how long the answers took. */
final class RepeatedGet {

    private final String name;
    private final SuiteClient client;
    private final HttpRequest request;
    private final Times times = new Times();
    private long tookNanos;

    RepeatedGet(String name, SuiteClient client, HttpRequest request) {
        this.name = name;
        this.client = client;
        this.request = request;
    }

    /** Sends it so often, and forgets how long it took. */
    void warmUp(int count, int concurrent) throws InterruptedException, ExecutionException {
        send(count, concurrent, new long[count]);
    }

    /** Sends it so often. */
    void send(int count, int concurrent) throws InterruptedException, ExecutionException {
        long[] nanos = new long[count];
        long start = System.nanoTime();
        send(count, concurrent, nanos);
        tookNanos += System.nanoTime() - start;
        for (long each : nanos) {
            times.add(each);
        }
    }

    double perSecond() {
        return times.count() / (tookNanos / 1e9);
    }

    /** Its row, with ratios to the baseline. */
    List<String> row(RepeatedGet baseline) {
        return List.of(
                name,
                Report.number(times.count()),
                Report.number(times.p50(), 1),
                Report.number(times.p95(), 1),
                Report.number(perSecond(), 0),
                Report.number(times.p50() / baseline.times.p50(), 2),
                Report.number(times.p95() / baseline.times.p95(), 2),
                Report.number(perSecond() / baseline.perSecond(), 2));
    }

    /** Ends when all are answered, or with the first failure. */
    private void send(int count, int concurrent, long[] nanos) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < concurrent; i++) {
                running.add(senders.submit(() -> {
                    try {
                        for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                            nanos[n] = client.timed(request).nanos();
                        }
                    } finally {
                        // One that fails lets the others end too.
                        next.set(count);
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }
}
