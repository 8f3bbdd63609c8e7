package dev.tradesuite.portfolio.correlation.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.correlation.CorrelationKey;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import dev.tradesuite.portfolio.correlation.ReturnLabels;
import dev.tradesuite.quant.diversification.PairCorrelations;
import dev.tradesuite.test.TestBroker;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances and a Redis of Debian; where there is none, the tests are left out. */
class RedisCorrelationCacheIT {

    private static final Duration KEEP = Duration.ofMinutes(20);
    private static final CorrelationKey KEY = new CorrelationKey(
            CorrelationWindow.DAYS_90, ReturnLabels.only(RunLabel.PAPER), CorrelationEstimator.SAMPLE, List.of());

    @TempDir
    private Path folder;

    @Test
    void whatOneInstanceComputedTheOtherFinds() throws IOException {
        int port = TestBroker.freePort();
        try (Redis _ = Redis.start(port, folder);
                RedisCorrelationCache one = cache(port);
                RedisCorrelationCache other = cache(port)) {
            await().until(() -> one.trouble().isEmpty() && other.trouble().isEmpty());
            one.put(KEY, snapshot(7));

            assertThat(other.find(KEY, 7)).hasValueSatisfying(found -> {
                assertThat(found.codes()).containsExactly("A", "B");
                assertThat(found.pairs().get(0, 1)).hasValue(0.25);
            });
            assertThat(other.find(KEY, 8)).isEmpty();
        }
    }

    @Test
    void withoutRedisTheInstanceKeepsItsOwnAndSaysSo() throws IOException {
        int port = TestBroker.freePort();
        try (RedisCorrelationCache alone = cache(port)) {
            alone.put(KEY, snapshot(7));

            assertThat(alone.find(KEY, 7)).isPresent();
            assertThat(alone.trouble())
                    .hasValueSatisfying(said -> assertThat(said).contains("Redis does not answer"));
        }
    }

    @Test
    void redisThatComesBackIsSharedAgain() throws IOException {
        int port = TestBroker.freePort();
        try (RedisCorrelationCache cache = cache(port)) {
            cache.put(KEY, snapshot(7));
            assertThat(cache.trouble()).isPresent();

            try (Redis _ = Redis.start(port, folder);
                    RedisCorrelationCache other = cache(port)) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> cache.trouble().isEmpty());
                cache.put(KEY, snapshot(8));

                assertThat(other.find(KEY, 8)).isPresent();
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> cache.trouble().isPresent());
            assertThat(cache.find(KEY, 8)).isPresent();
        }
    }

    private static RedisCorrelationCache cache(int port) {
        return new RedisCorrelationCache(
                new MemoryCorrelationCache(KEEP),
                URI.create("redis://127.0.0.1:" + port),
                Duration.ofSeconds(2),
                KEEP,
                Clock.systemUTC());
    }

    private static CorrelationSnapshot snapshot(long version) {
        OptionalDouble none = OptionalDouble.empty();
        return new CorrelationSnapshot(
                version,
                Instant.EPOCH,
                new CorrelationSnapshot.Basis(
                        CorrelationWindow.DAYS_90,
                        CorrelationEstimator.SAMPLE,
                        List.of(RunLabel.PAPER),
                        Optional.empty(),
                        false,
                        List.of()),
                List.of("A", "B"),
                PairCorrelations.ofTriangle(2, new double[] {0.25}, new int[] {90}),
                new CorrelationSnapshot.Figures(none, OptionalDouble.of(0.25), none, none));
    }

    /** A server of our own, without any file. */
    private record Redis(Process process) implements AutoCloseable {

        static Redis start(int port, Path folder) throws IOException {
            Optional<Path> program = Stream.of(
                            System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                    .map(entry -> Path.of(entry, "redis-server"))
                    .filter(Files::isExecutable)
                    .findFirst();
            Assumptions.assumeTrue(program.isPresent(), "redis-server is not on the PATH");
            return new Redis(new ProcessBuilder(
                            program.orElseThrow().toString(),
                            "--port",
                            Integer.toString(port),
                            "--bind",
                            "127.0.0.1",
                            "--save",
                            "",
                            "--appendonly",
                            "no",
                            "--dir",
                            folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }

        @Override
        public void close() {
            process.destroy();
            await().until(() -> !process.isAlive());
        }
    }
}
