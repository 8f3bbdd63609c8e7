package dev.tradesuite.gateway.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ServiceTrafficTest {

    private final FixedClock clock = FixedClock.at("2026-06-01T10:00:00Z");
    private final ServiceTraffic traffic = new ServiceTraffic(clock);

    @Test
    void nothingIsKnownOfWhatNobodyAsked() {
        ServiceTraffic.Summary none = traffic.of("risk");

        assertThat(none.requests()).isZero();
        assertThat(none.medianMillis()).isEmpty();
        assertThat(none.p95Millis()).isEmpty();
    }

    /** Of 1, 2, ... 100 ms the middle is 50 and the 95th is 95. */
    @Test
    void percentilesAreRightToFivePercent() {
        IntStream.rangeClosed(1, 100).forEach(i -> traffic.count("risk", Duration.ofMillis(i), i % 10 == 0));

        ServiceTraffic.Summary summary = traffic.of("risk");
        assertThat(summary.requests()).isEqualTo(100);
        assertThat(summary.failures()).isEqualTo(10);
        assertThat(summary.medianMillis().orElseThrow()).isCloseTo(50, Percentage.withPercentage(6));
        assertThat(summary.p95Millis().orElseThrow()).isCloseTo(95, Percentage.withPercentage(6));
    }

    @Test
    void whatIsOlderThanFiveMinutesIsForgotten() {
        traffic.count("risk", Duration.ofSeconds(9), true);
        clock.advance(Duration.ofMinutes(4));
        traffic.count("risk", Duration.ofMillis(3), false);
        assertThat(traffic.of("risk").requests()).isEqualTo(2);

        clock.advance(Duration.ofMinutes(1));

        ServiceTraffic.Summary summary = traffic.of("risk");
        assertThat(summary.requests()).isEqualTo(1);
        assertThat(summary.failures()).isZero();
        assertThat(summary.p95Millis().orElseThrow()).isCloseTo(3, within(0.2));
    }

    @Test
    void shortestAndLongestAreCountedToo() {
        traffic.count("risk", Duration.ZERO, false);
        traffic.count("risk", Duration.ofDays(1), false);

        assertThat(traffic.of("risk").requests()).isEqualTo(2);
    }

    @Test
    void manyAtOnceAreAllCounted() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 1_000)
                    .forEach(i -> threads.execute(() -> traffic.count("brain", Duration.ofMillis(i), false)));
        }

        assertThat(traffic.of("brain").requests()).isEqualTo(1_000);
    }
}
