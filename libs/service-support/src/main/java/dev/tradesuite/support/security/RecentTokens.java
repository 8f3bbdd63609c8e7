package dev.tradesuite.support.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a short while which tokens were good.
 *
 * <p>Callers use a token for many requests, and checking its signature is the dearest step of a small one. A token is
 * checked again after half a minute, and never used beyond its end. Safe for many threads.
 */
public final class RecentTokens implements JwtDecoder {

    private static final int MOST = 10_000;
    private static final Duration TRUSTED_FOR = Duration.ofSeconds(30);

    private final JwtDecoder delegate;
    private final Cache<String, Jwt> good;

    /** Remembers what the delegate accepts; what it refuses is refused each time. */
    RecentTokens(JwtDecoder delegate, Clock clock) {
        this.delegate = delegate;
        this.good = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<String, Jwt>creating((_, token) -> trusted(token, clock.instant())))
                .build();
    }

    /** Checks a token, which may wait for the issuer, unless it was good a moment ago. */
    @Override
    public Jwt decode(String token) {
        return known(token).orElseGet(() -> {
            Jwt checked = delegate.decode(token);
            good.put(token, checked);
            return checked;
        });
    }

    /** The token if it was good a moment ago; never waits. */
    public Optional<Jwt> known(String token) {
        return Optional.ofNullable(good.getIfPresent(token));
    }

    /** Fetches what tokens are checked with, so that the first one need not wait. */
    void prepare() {
        if (delegate instanceof IssuerJwtDecoder issuer) {
            issuer.prepare();
        }
    }

    private static Duration trusted(Jwt token, Instant now) {
        Instant end = token.getExpiresAt();
        if (end == null || end.isAfter(now.plus(TRUSTED_FOR))) {
            return TRUSTED_FOR;
        }
        return end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO;
    }
}
