package dev.tradesuite.market.gamma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaceTest {

    private long now = Long.MAX_VALUE - 100;
    private final List<Duration> pauses = new ArrayList<>();

    /** 5 a second: calls at 0, 200, 400 ms; also across the overflow of the counter. */
    @Test
    void spacesCallsEvenly() {
        Pace pace = new Pace(5, () -> now, this::rest);
        pace.await();
        pace.await();
        pace.await();
        assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(200));
    }

    @Test
    void doesNotWaitAfterAQuietTimeAndSavesNothingUp() {
        Pace pace = new Pace(5, () -> now, this::rest);
        pace.await();
        now += Duration.ofSeconds(10).toNanos();
        pace.await();
        pace.await();
        assertThat(pauses).containsExactly(Duration.ofMillis(200));
    }

    private void rest(Duration pause) {
        pauses.add(pause);
        now += pause.toNanos();
    }
}
