package dev.tradesuite.orchestrator.strategy;

import dev.tradesuite.orchestrator.strategy.ControllerState.Offline;
import dev.tradesuite.orchestrator.strategy.ControllerState.Online;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks every mapped controller at once, and waits for none of them longer than the limit. */
public final class StatusBoard {

    private final Set<String> types;
    private final ControllerProbe probe;
    private final ExecutorService threads;
    private final Duration limit;

    /**
     * @param types strategies with a controller
     * @param limit longest wait for all the answers together
     */
    public StatusBoard(Set<String> types, ControllerProbe probe, ExecutorService threads, Duration limit) {
        this.types = types;
        this.probe = probe;
        this.threads = threads;
        this.limit = limit;
    }

    /** Whether the strategies can run. */
    public enum Health {
        /** Every mapped controller answers. */
        HEALTHY,
        /** Some do. */
        DEGRADED,
        /** None does. */
        UNHEALTHY;

        static Health of(Collection<ControllerState> states) {
            long online = states.stream().filter(Online.class::isInstance).count();
            if (online == 0) {
                return UNHEALTHY;
            }
            return online == states.size() ? HEALTHY : DEGRADED;
        }
    }

    /**
     * What the controllers said.
     *
     * @param controllers by type, in the order of the mapping
     */
    public record Status(Map<String, ControllerState> controllers, Health health) {}

    /** Asks now. */
    public Status ask() {
        long deadline = System.nanoTime() + limit.toNanos();
        Map<String, Future<ControllerState>> asked = new LinkedHashMap<>();
        for (String type : types) {
            asked.put(type, threads.submit(() -> probe.ask(type)));
        }
        Map<String, ControllerState> answers = new LinkedHashMap<>();
        asked.forEach((type, answer) -> answers.put(type, await(answer, deadline)));
        return new Status(answers, Health.of(answers.values()));
    }

    private ControllerState await(Future<ControllerState> answer, long deadline) {
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            return new Offline(noAnswerWithin(limit));
        } catch (ExecutionException e) {
            return new Offline("Could not be asked: " + e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Offline("Interrupted");
        }
    }

    /** Words for a controller that is too slow, such as {@code No answer within 2 s}. */
    public static String noAnswerWithin(Duration limit) {
        return limit.toMillis() % 1000 == 0
                ? "No answer within %d s".formatted(limit.toSeconds())
                : "No answer within %d ms".formatted(limit.toMillis());
    }
}
