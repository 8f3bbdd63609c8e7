package dev.tradesuite.launcher.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * For whom the issuer issues what.
 *
 * @param url address the issuer is known by; the {@code iss} of every token
 * @param audience the {@code aud} of every access token
 * @param signingKey file that keeps the signing key
 * @param tokenLifetime how long an access token is valid
 * @param cliSecret secret of {@link #CLI_CLIENT}
 * @param serviceSecret secret of {@link #SERVICE_CLIENT}
 * @param operatorPassword password of {@link #OPERATOR}
 * @param dashboardRedirects pages the dashboard client may return to after sign-in; the first is the front page of the
 *     dashboard
 */
public record IssuerSettings(
        String url,
        String audience,
        Path signingKey,
        Duration tokenLifetime,
        String cliSecret,
        String serviceSecret,
        String operatorPassword,
        List<String> dashboardRedirects) {

    /** Programs and curl. */
    public static final String CLI_CLIENT = "trade-suite-cli";

    /** The services among themselves. */
    public static final String SERVICE_CLIENT = "trade-suite-service";

    /** The dashboard: a public client, it has no secret and must use PKCE. */
    public static final String DASHBOARD_CLIENT = "trade-suite-dashboard";

    /** The person who signs in at the dashboard, and for whom {@link #CLI_CLIENT} acts. */
    public static final String OPERATOR = "operator";

    /** The group that person is in. */
    public static final String OPERATORS = "operators";

    /** Claim of an access token with the groups of its subject. */
    public static final String GROUPS_CLAIM = "groups";

    /** Audience every service expects. */
    public static final String AUDIENCE = "trade-suite";

    public IssuerSettings {
        dashboardRedirects = List.copyOf(dashboardRedirects);
    }

    /** The page of the dashboard that signs in whoever the issuer knows already. */
    String dashboardEntry() {
        return URI.create(dashboardRedirects.getFirst()).resolve("/app/open").toString();
    }
}
