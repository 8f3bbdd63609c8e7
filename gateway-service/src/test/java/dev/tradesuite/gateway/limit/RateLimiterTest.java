package dev.tradesuite.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final RateLimitCaller ALICE = new RateLimitCaller.Subject("alice");
    private static final RateLimitCaller BOB = new RateLimitCaller.Subject("bob");

    private final Stopwatch time = new Stopwatch();
    private final RateLimiter limiter = new RateLimiter(new RateLimitSettings(10, 20), time);

    @Test
    void burstPassesAndTheNextRequestWaits() {
        assertThat(passing(ALICE, 20)).isEqualTo(20);

        // 10 a second: one token comes back every 100 ms.
        assertThat(limiter.request(ALICE)).isEqualTo(new RateLimitResult.Waits(Duration.ofMillis(100)));
    }

    @Test
    void requestsAtTheRatePassForEver() {
        passing(ALICE, 20);

        for (int i = 0; i < 1_000; i++) {
            time.pass(Duration.ofMillis(100));
            assertThat(limiter.request(ALICE)).isInstanceOf(RateLimitResult.Passes.class);
        }
        assertThat(limiter.request(ALICE)).isInstanceOf(RateLimitResult.Waits.class);
    }

    @Test
    void burstComesBackAfterAPauseAndNoMore() {
        passing(ALICE, 20);
        time.pass(Duration.ofHours(1));

        assertThat(passing(ALICE, 50)).isEqualTo(20);
    }

    @Test
    void askingForTheStateCountsNothing() {
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.state(ALICE)).isInstanceOf(RateLimitResult.Passes.class);
        }
        assertThat(passing(ALICE, 50)).isEqualTo(20);
        assertThat(limiter.state(ALICE)).isEqualTo(new RateLimitResult.Waits(Duration.ofMillis(100)));
    }

    @Test
    void clientsDoNotUseUpOneAnothersLimit() {
        passing(ALICE, 50);

        assertThat(passing(BOB, 50)).isEqualTo(20);
        assertThat(passing(new RateLimitCaller.Address("alice"), 50))
                .as("an address is another client than the subject of that name")
                .isEqualTo(20);
    }

    @Test
    void waitIsToldInWholeSecondsAndNeverZero() {
        assertThat(new RateLimitResult.Waits(Duration.ofMillis(1)).seconds()).isEqualTo(1);
        assertThat(new RateLimitResult.Waits(Duration.ofSeconds(1)).seconds()).isEqualTo(1);
        assertThat(new RateLimitResult.Waits(Duration.ofMillis(1_001)).seconds())
                .isEqualTo(2);
    }

    @Test
    void refusesALimitThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimitSettings(0, 5))
                .withMessageContaining("was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimitSettings(10, 9))
                .withMessageContaining("was 9");
    }

    private int passing(RateLimitCaller client, int requests) {
        int passed = 0;
        for (int i = 0; i < requests; i++) {
            if (limiter.request(client) instanceof RateLimitResult.Passes) {
                passed++;
            }
        }
        return passed;
    }

    private static final class Stopwatch implements TimeMeter {

        private long nanos;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
