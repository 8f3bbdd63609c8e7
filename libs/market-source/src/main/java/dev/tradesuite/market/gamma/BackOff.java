package dev.tradesuite.market.gamma;

import dev.tradesuite.market.MarketSourceSettings;
import io.github.resilience4j.core.IntervalBiFunction;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How long a call waits before it is tried again: as long as the venue asks for, else twice as long each time with a
 * random part, so that many clients do not come back together.
 */
final class BackOff implements IntervalBiFunction<JsonNode> {

    private static final double DOUBLED = 2;
    private static final double RANDOM_PART = 0.5;

    private final Duration longest;
    private final IntervalFunction growing;

    BackOff(MarketSourceSettings.Gamma settings) {
        this.longest = settings.longestRetry();
        this.growing = IntervalFunction.ofExponentialRandomBackoff(
                settings.firstRetry(), DOUBLED, RANDOM_PART, settings.longestRetry());
    }

    /** Whether another attempt may help, and does not come too soon for the venue. */
    boolean allows(Throwable failure) {
        return failure instanceof GammaFailure known && known.isPassing() && !asksForTooMuch(known);
    }

    /** Whether the venue wants to be left alone for longer than a call may wait. */
    boolean asksForTooMuch(GammaFailure failure) {
        return failure.retryAfter()
                .filter(pause -> pause.compareTo(longest) > 0)
                .isPresent();
    }

    @Override
    public Long apply(Integer attempt, Either<Throwable, JsonNode> result) {
        return result.isLeft() && result.getLeft() instanceof GammaFailure failure
                ? failure.retryAfter().map(Duration::toMillis).orElseGet(() -> growing.apply(attempt))
                : growing.apply(attempt);
    }

    /** The pause a header {@code Retry-After} asks for: seconds or a date; anything else is as good as nothing. */
    static Optional<Duration> retryAfter(String header, Instant now) {
        try {
            Duration pause = header.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(pause.isNegative() ? Duration.ZERO : pause);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
