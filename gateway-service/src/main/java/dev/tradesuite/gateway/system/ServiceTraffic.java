package dev.tradesuite.gateway.system;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What went through this door to each service in the last five minutes: how much of it, how much failed, how long it
 * took.
 *
 * <p>Kept in slots of 30 seconds, each with a count for each class of durations; a class is 10 % wider than the one
 * before, so a percentile is right to 5 %. Used by many threads at once.
 */
public final class ServiceTraffic {

    /** How far back it looks. */
    public static final Duration WINDOW = Duration.ofMinutes(5);

    private static final long SLOT_MILLIS = 30_000;
    private static final int SLOTS = (int) (WINDOW.toMillis() / SLOT_MILLIS);

    /** Ends of the classes grow by this, from a tenth of a millisecond; the last one has all above ten minutes. */
    private static final double GROWTH = 1.1;

    private static final double SHORTEST_MILLIS = 0.1;
    private static final int CLASSES = 170;

    private final Clock clock;
    private final Map<String, List<Slot>> byService = new ConcurrentHashMap<>();

    public ServiceTraffic(Clock clock) {
        this.clock = clock;
    }

    /**
     * Traffic of a service.
     *
     * @param requests in the window
     * @param failures of them answered with a status of 500 and above, or not at all
     * @param medianMillis half of them took no longer, in ms; empty without requests
     * @param p95Millis 95 % of them took no longer, in ms; empty without requests
     */
    public record Summary(long requests, long failures, OptionalDouble medianMillis, OptionalDouble p95Millis) {}

    /** Counts a request that has ended. */
    public void count(String service, Duration took, boolean failed) {
        long number = clock.millis() / SLOT_MILLIS;
        List<Slot> slots = byService.computeIfAbsent(service, _ -> new ArrayList<>());
        synchronized (slots) {
            if (slots.isEmpty() || slots.getLast().number < number) {
                slots.add(new Slot(number));
                slots.removeIf(slot -> slot.number <= number - SLOTS);
            }
            Slot slot = slots.getLast();
            slot.counts[classOf(took.toNanos() / 1e6)]++;
            slot.failures += failed ? 1 : 0;
        }
    }

    /** What is known of a service by now. */
    public Summary of(String service) {
        long oldest = clock.millis() / SLOT_MILLIS - SLOTS;
        long[] counts = new long[CLASSES];
        long failures = 0;
        List<Slot> slots = byService.getOrDefault(service, List.of());
        synchronized (slots) {
            for (Slot slot : slots) {
                if (slot.number > oldest) {
                    failures += slot.failures;
                    for (int i = 0; i < CLASSES; i++) {
                        counts[i] += slot.counts[i];
                    }
                }
            }
        }
        long requests = 0;
        for (long count : counts) {
            requests += count;
        }
        return new Summary(requests, failures, percentile(counts, requests, 0.5), percentile(counts, requests, 0.95));
    }

    private static int classOf(double millis) {
        double place = Math.ceil(Math.log(Math.max(millis, SHORTEST_MILLIS) / SHORTEST_MILLIS) / Math.log(GROWTH));
        return (int) Math.min(place, CLASSES - 1);
    }

    /** The middle of the class in which the wanted share is reached. */
    private static OptionalDouble percentile(long[] counts, long requests, double share) {
        long wanted = (long) Math.ceil(requests * share);
        long seen = 0;
        for (int i = 0; i < CLASSES && wanted > 0; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return OptionalDouble.of(SHORTEST_MILLIS * Math.pow(GROWTH, i - 0.5));
            }
        }
        return OptionalDouble.empty();
    }

    /** Half a minute. */
    private static final class Slot {

        private final long number;
        private final long[] counts = new long[CLASSES];
        private long failures;

        private Slot(long number) {
            this.number = number;
        }
    }
}
