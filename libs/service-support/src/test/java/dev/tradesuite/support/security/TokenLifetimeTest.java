package dev.tradesuite.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

class TokenLifetimeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final TokenLifetime lifetime = new TokenLifetime(Duration.ofHours(24), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void refusesATokenWithoutAnEnd() {
        assertRefused(ending(null), "exp is missing");
    }

    @Test
    void refusesATokenThatEndsLongFromNow() {
        assertRefused(ending(NOW.plus(Duration.ofHours(24)).plusSeconds(1)), "PT24H from now at most");
        assertRefused(ending(Instant.parse("9999-12-31T00:00:00Z")), "ends too late");
    }

    @Test
    void takesATokenThatEndsInTime() {
        assertThat(lifetime.validate(ending(NOW.plus(Duration.ofHours(24)))).hasErrors())
                .isFalse();
        assertThat(lifetime.validate(ending(NOW.plusSeconds(300))).hasErrors()).isFalse();
    }

    private void assertRefused(Jwt token, String why) {
        OAuth2TokenValidatorResult result = lifetime.validate(token);
        assertThat(result.getErrors()).singleElement().satisfies(error -> {
            assertThat(error.getErrorCode()).isEqualTo("invalid_token");
            assertThat(error.getDescription()).contains(why);
        });
    }

    private static Jwt ending(@Nullable Instant end) {
        Jwt.Builder token = Jwt.withTokenValue("token").header("alg", "RS256").subject("somebody");
        return (end == null ? token : token.expiresAt(end)).build();
    }
}
