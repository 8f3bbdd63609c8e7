package dev.tradesuite.market.gamma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.market.MarketSourceSettings;
import io.github.resilience4j.core.functions.Either;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private static final Instant NOW = Instant.parse("2026-01-31T18:00:00Z");

    private final BackOff backOff = new BackOff(new MarketSourceSettings.Gamma(
            URI.create("http://venue"),
            100,
            20,
            5,
            Duration.ofSeconds(10),
            4,
            Duration.ofMillis(500),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30)));

    @Test
    void waitsAsLongAsTheVenueAsks() {
        GammaFailure busy = GammaFailure.answered(429, Optional.of(Duration.ofSeconds(7)));

        assertThat(backOff.allows(busy)).isTrue();
        assertThat(backOff.apply(3, Either.left(busy))).isEqualTo(7000);
    }

    /** 500 ms, doubled to 1,000 and 2,000; half of each more or less. At most 15 s. */
    @Test
    void waitsTwiceAsLongEachTimeWithARandomPart() {
        GammaFailure broken = GammaFailure.passing("did not answer");

        assertThat(backOff.apply(1, Either.left(broken))).isBetween(250L, 750L);
        assertThat(backOff.apply(2, Either.left(broken))).isBetween(500L, 1500L);
        assertThat(backOff.apply(3, Either.left(broken))).isBetween(1000L, 3000L);
        assertThat(backOff.apply(30, Either.left(broken))).isLessThanOrEqualTo(15_000L);
    }

    @Test
    void givesUpWhenAnotherAttemptDoesNotHelpOrComesTooSoon() {
        assertThat(backOff.allows(GammaFailure.answered(422, Optional.empty()))).isFalse();
        assertThat(backOff.allows(GammaFailure.answered(503, Optional.of(Duration.ofSeconds(16)))))
                .isFalse();
        assertThat(backOff.allows(GammaFailure.answered(503, Optional.of(Duration.ofSeconds(15)))))
                .isTrue();
        assertThat(backOff.allows(new IllegalStateException("a bug"))).isFalse();
    }

    @Test
    void readsARetryAfterInSecondsOrAsADate() {
        assertThat(BackOff.retryAfter("7", NOW)).contains(Duration.ofSeconds(7));
        assertThat(BackOff.retryAfter("Sat, 31 Jan 2026 18:00:03 GMT", NOW)).contains(Duration.ofSeconds(3));
        assertThat(BackOff.retryAfter("Sat, 31 Jan 2026 17:59:00 GMT", NOW)).contains(Duration.ZERO);
        assertThat(BackOff.retryAfter("soon", NOW)).isEmpty();
    }
}
