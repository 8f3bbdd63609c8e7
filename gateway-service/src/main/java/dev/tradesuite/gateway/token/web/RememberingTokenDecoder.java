package dev.tradesuite.gateway.token.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Checks a token once and remembers that it is good, for a minute and never past its end.
 *
 * <p>The check may ask the issuer and wait for it, so it runs on a thread that may wait. A remembered token needs no
 * other thread, and the change of threads is what this saves. Only good tokens are remembered.
 */
final class RememberingTokenDecoder implements ReactiveJwtDecoder {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int TOKENS_AT_MOST = 10_000;

    private final JwtDecoder decoder;
    private final Cache<String, Jwt> good;

    RememberingTokenDecoder(JwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.good = Caffeine.newBuilder()
                .maximumSize(TOKENS_AT_MOST)
                .expireAfter(Expiry.<String, Jwt>creating((_, token) -> remembered(token, clock.instant())))
                .build();
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = good.getIfPresent(token);
        return known != null
                ? Mono.just(known)
                : Mono.fromCallable(() -> check(token)).subscribeOn(Schedulers.boundedElastic());
    }

    private Jwt check(String token) {
        Jwt checked = decoder.decode(token);
        good.put(token, checked);
        return checked;
    }

    private static Duration remembered(Jwt token, Instant now) {
        Duration left = left(token.getExpiresAt(), now);
        return left.compareTo(REMEMBERED) < 0 ? left : REMEMBERED;
    }

    private static Duration left(@Nullable Instant end, Instant now) {
        return end == null || end.isBefore(now) ? Duration.ZERO : Duration.between(now, end);
    }
}
