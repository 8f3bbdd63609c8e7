package dev.tradesuite.benchmarks.correlation;

import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.correlation.CorrelationKey;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import dev.tradesuite.portfolio.correlation.ReturnLabels;
import dev.tradesuite.portfolio.correlation.store.MemoryCorrelationCache;
import dev.tradesuite.portfolio.correlation.store.RedisCorrelationCache;
import dev.tradesuite.quant.diversification.PairCorrelations;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;

/** Times how an instance whose memory has nothing reads correlations that another has computed. */
final class RedisReads {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration KEEP = Duration.ofMinutes(1);

    private static final CorrelationKey KEY = new CorrelationKey(
            CorrelationWindow.DAYS_365,
            ReturnLabels.only(RunLabel.SIMULATED),
            CorrelationEstimator.SAMPLE,
            List.of("BENCHMARK"));

    private RedisReads() {}

    static Times time(URI redis, int strategies, int warmUp, int rounds) {
        Times times = new Times();
        MemoryCorrelationCache memory = new MemoryCorrelationCache(KEEP);
        try (RedisCorrelationCache writer =
                        new RedisCorrelationCache(new MemoryCorrelationCache(KEEP), redis, PATIENCE, KEEP, clock());
                RedisCorrelationCache reader = new RedisCorrelationCache(memory, redis, PATIENCE, KEEP, clock())) {
            for (int round = 0; round < warmUp + rounds; round++) {
                // Another version each time, so that the reader's memory is of no use.
                writer.put(KEY, snapshot(strategies, round));
                long start = System.nanoTime();
                boolean found = reader.find(KEY, round).isPresent();
                long nanos = System.nanoTime() - start;
                if (!found) {
                    throw new IllegalStateException("Redis does not have it: %s".formatted(reader.trouble()));
                }
                if (round >= warmUp) {
                    times.add(nanos);
                }
            }
        }
        return times;
    }

    private static Clock clock() {
        return Clock.systemUTC();
    }

    private static CorrelationSnapshot snapshot(int strategies, long version) {
        Random random = new Random(version);
        double[] triangle = new double[PairCorrelations.pairs(strategies)];
        Arrays.setAll(triangle, _ -> 2 * random.nextDouble() - 1);
        int[] observations = new int[triangle.length];
        Arrays.fill(observations, 365);
        OptionalDouble none = OptionalDouble.empty();
        return new CorrelationSnapshot(
                version,
                Instant.EPOCH,
                new CorrelationSnapshot.Basis(
                        CorrelationWindow.DAYS_365,
                        CorrelationEstimator.SAMPLE,
                        List.of(RunLabel.SIMULATED),
                        Optional.empty(),
                        false,
                        List.of()),
                IntStream.range(0, strategies).mapToObj(i -> "BENCH-" + i).toList(),
                PairCorrelations.ofTriangle(strategies, triangle, observations),
                new CorrelationSnapshot.Figures(none, none, none, none));
    }
}
