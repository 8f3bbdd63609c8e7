package dev.tradesuite.test;

import java.time.Duration;
import java.util.List;

/** Tokens the service under test accepts, or, where a test wants that, refuses. */
public final class TestTokens {

    private static final Duration LIFE = Duration.ofHours(1);

    private TestTokens() {}

    /** Value of an {@code Authorization} header with the given scopes, such as {@code trade:read}. */
    public static String bearer(String... scopes) {
        return "Bearer " + token(scopes);
    }

    /** A token with the given scopes. */
    public static String token(String... scopes) {
        return TestServices.issuer().token("test", List.of(scopes), TestIssuer.AUDIENCE, LIFE);
    }

    /** A token made for somebody else's services. */
    public static String tokenForAudience(String audience, String... scopes) {
        return TestServices.issuer().token("test", List.of(scopes), audience, LIFE);
    }

    /** A token that expired ten minutes ago. */
    public static String expiredToken(String... scopes) {
        return TestServices.issuer().token("test", List.of(scopes), TestIssuer.AUDIENCE, Duration.ofMinutes(-10));
    }

    /** Address of the issuer. */
    public static String issuer() {
        return TestServices.issuer().uri();
    }
}
