package dev.tradesuite.gateway.token.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class RememberingTokenDecoderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final List<String> checked = new ArrayList<>();
    private Instant end = NOW.plus(Duration.ofHours(1));

    private final RememberingTokenDecoder decoder = new RememberingTokenDecoder(this::check, clock);

    @Test
    void goodTokenIsCheckedOnce() {
        assertThat(subject("alice")).isEqualTo("alice");
        assertThat(subject("alice")).isEqualTo("alice");
        assertThat(subject("bob")).isEqualTo("bob");

        assertThat(checked).containsExactly("alice", "bob");
    }

    @Test
    void badTokenIsCheckedEveryTime() {
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> subject("bad"));
        }

        assertThat(checked).containsExactly("bad", "bad");
    }

    @Test
    void tokenAtItsEndIsNotRemembered() {
        end = NOW;

        subject("alice");
        subject("alice");

        assertThat(checked).containsExactly("alice", "alice");
    }

    private @Nullable String subject(String token) {
        Jwt decoded = decoder.decode(token).block();
        return decoded == null ? null : decoded.getSubject();
    }

    private Jwt check(String token) {
        checked.add(token);
        if (token.equals("bad")) {
            throw new BadJwtException("not signed by the issuer");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject(token)
                .issuedAt(NOW.minusSeconds(60))
                .expiresAt(end)
                .build();
    }
}
