package dev.tradesuite.support.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RecentTokensTest {

    private final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    private int checks;
    private Instant end = clock.instant().plus(Duration.ofHours(1));
    private boolean revoked;

    private final RecentTokens tokens = new RecentTokens(this::check, clock);

    @Test
    void tokenIsCheckedOnceInHalfAMinute() {
        tokens.decode("a");
        clock.advance(Duration.ofSeconds(29));
        tokens.decode("a");
        assertThat(checks).isEqualTo(1);

        clock.advance(Duration.ofSeconds(1));
        tokens.decode("a");
        assertThat(checks).isEqualTo(2);
    }

    @Test
    void tokenIsNotTrustedBeyondItsEnd() {
        end = clock.instant().plusSeconds(5);
        tokens.decode("a");
        revoked = true;

        clock.advance(Duration.ofSeconds(5));

        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));
    }

    @Test
    void onlyATokenThatWasGoodAMomentAgoIsKnown() {
        assertThat(tokens.known("a")).isEmpty();
        tokens.decode("a");
        assertThat(tokens.known("a")).isPresent();

        clock.advance(Duration.ofSeconds(30));
        assertThat(tokens.known("a")).isEmpty();
    }

    @Test
    void badTokenIsNotRemembered() {
        revoked = true;
        assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));

        revoked = false;

        assertThat(tokens.decode("a").getSubject()).isEqualTo("a");
    }

    private Jwt check(String token) {
        checks++;
        if (revoked) {
            throw new BadJwtException("revoked");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .expiresAt(end)
                .build();
    }
}
