package dev.tradesuite.test;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tokens the service under test accepts, or, where a test wants that, refuses.
 *
 * <p>Those of nobody in particular may see everything ({@code admin}), so that a test need not say whose accounts are
 * whose. Tests of that use {@link #bearerOf}.
 */
public final class TestTokens {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final String NOBODY_IN_PARTICULAR = "test";
    private static final String ADMIN = "admin";

    private TestTokens() {}

    /** Value of an {@code Authorization} header with the given scopes, such as {@code trade:read}. */
    public static String bearer(String... scopes) {
        return "Bearer " + token(scopes);
    }

    /** As {@link #bearer}, of somebody who sees what is his or his groups' and nothing else. */
    public static String bearerOf(String subject, List<String> groups, String... scopes) {
        return "Bearer " + TestServices.issuer().token(subject, groups, List.of(scopes), LIFE);
    }

    /** A token with the given scopes. */
    public static String token(String... scopes) {
        return tokenFor(LIFE, scopes);
    }

    /** A token that ends so far from now. */
    public static String tokenFor(Duration life, String... scopes) {
        return TestServices.issuer().token(NOBODY_IN_PARTICULAR, withAdmin(scopes), TestIssuer.AUDIENCE, life);
    }

    /** A token made for somebody else's services. */
    public static String tokenForAudience(String audience, String... scopes) {
        return TestServices.issuer().token(NOBODY_IN_PARTICULAR, withAdmin(scopes), audience, LIFE);
    }

    /** A token that expired ten minutes ago. */
    public static String expiredToken(String... scopes) {
        return tokenFor(Duration.ofMinutes(-10), scopes);
    }

    /** A token without an end. */
    public static String endlessToken(String... scopes) {
        return TestServices.issuer().endlessToken(NOBODY_IN_PARTICULAR, withAdmin(scopes));
    }

    /** Address of the issuer. */
    public static String issuer() {
        return TestServices.issuer().uri();
    }

    private static List<String> withAdmin(String... scopes) {
        return Stream.concat(Stream.of(scopes), Stream.of(ADMIN)).toList();
    }
}
