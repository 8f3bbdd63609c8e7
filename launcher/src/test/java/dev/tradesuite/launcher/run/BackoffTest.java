package dev.tradesuite.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), false);

    @Test
    void doublesTheWaitAndGivesUpAfterFiveAttempts() {
        assertThat(backoff.next(Duration.ZERO)).hasValue(Duration.ofSeconds(1));
        assertThat(backoff.next(Duration.ZERO)).hasValue(Duration.ofSeconds(2));
        assertThat(backoff.next(Duration.ZERO)).hasValue(Duration.ofSeconds(4));
        assertThat(backoff.next(Duration.ZERO)).hasValue(Duration.ofSeconds(8));
        assertThat(backoff.next(Duration.ZERO)).hasValue(Duration.ofSeconds(16));
        assertThat(backoff.next(Duration.ofSeconds(59))).isEmpty();
    }

    @Test
    void waitsNoLongerThanTheFifthTimeForAPartThatIsNeverGivenUp() {
        Backoff forever = new Backoff(Duration.ofSeconds(1), true);
        for (int attempt = 0; attempt < 5; attempt++) {
            forever.next(Duration.ZERO);
        }

        assertThat(forever.next(Duration.ZERO)).hasValue(Duration.ofSeconds(16));
        assertThat(forever.next(Duration.ZERO)).hasValue(Duration.ofSeconds(16));
    }

    @Test
    void beginsAnewAfterAMinuteWithoutTrouble() {
        backoff.next(Duration.ZERO);
        backoff.next(Duration.ZERO);

        assertThat(backoff.next(Duration.ofMinutes(1))).hasValue(Duration.ofSeconds(1));
    }
}
