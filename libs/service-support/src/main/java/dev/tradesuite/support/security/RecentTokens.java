package dev.tradesuite.support.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.util.ConcurrentLruCache;

/**
 * Remembers for a short while which tokens were good.
 *
 * <p>Callers use a token for many requests, and checking its signature is the dearest step of a small one. A token is
 * checked again after half a minute, and never used beyond its end. Safe for many threads.
 */
final class RecentTokens implements JwtDecoder {

    private static final int MOST = 256;
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(30);

    private final ConcurrentLruCache<String, Checked> good;
    private final Clock clock;

    /** Remembers what the delegate accepts; what it refuses is refused each time. */
    RecentTokens(JwtDecoder delegate, Clock clock) {
        this.clock = clock;
        this.good = new ConcurrentLruCache<>(MOST, token -> checked(delegate.decode(token)));
    }

    @Override
    public Jwt decode(String token) {
        Checked checked = good.get(token);
        if (!clock.instant().isBefore(checked.until)) {
            good.remove(token);
            checked = good.get(token);
        }
        return checked.jwt;
    }

    private Checked checked(Jwt jwt) {
        Instant until = clock.instant().plus(TRUSTED_FOR);
        Instant end = jwt.getExpiresAt();
        return new Checked(jwt, end != null && end.isBefore(until) ? end : until);
    }

    private record Checked(Jwt jwt, Instant until) {}
}
