package dev.tradesuite.launcher.issuer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * Authorizations that are under way or whose token is still valid.
 *
 * <p>They live in memory: services check tokens by signature, so a restart only interrupts a sign-in at that very
 * moment. Each is forgotten when its token has expired.
 */
final class Authorizations implements OAuth2AuthorizationService {

    /** A sign-in has no token yet; it is given up after this time. */
    private static final Duration SIGN_IN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Entry> byId = new ConcurrentHashMap<>();

    private record Entry(OAuth2Authorization authorization, Instant until) {}

    Authorizations(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        Instant now = clock.instant();
        byId.values().removeIf(entry -> entry.until().isBefore(now));
        byId.put(authorization.getId(), new Entry(authorization, until(authorization, now)));
    }

    private static Instant until(OAuth2Authorization authorization, Instant now) {
        OAuth2Authorization.Token<?> token = authorization.getAccessToken();
        Instant expiry = token == null ? null : token.getToken().getExpiresAt();
        return Objects.requireNonNullElse(expiry, now.plus(SIGN_IN));
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        byId.remove(authorization.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        Entry entry = byId.get(id);
        return entry == null ? null : entry.authorization();
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return byId.values().stream()
                .map(Entry::authorization)
                .filter(authorization -> holds(authorization, token))
                .findFirst()
                .orElse(null);
    }

    private static boolean holds(OAuth2Authorization authorization, String token) {
        return authorization.getToken(token) != null || token.equals(authorization.getAttribute("state"));
    }

    /** How many are remembered. */
    int size() {
        return byId.size();
    }
}
