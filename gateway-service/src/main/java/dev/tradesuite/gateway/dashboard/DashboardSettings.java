package dev.tradesuite.gateway.dashboard;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How one signs in at the dashboard.
 *
 * @param issuer of the tokens, as the browser reaches it
 * @param clientId the dashboard asks as; a public client that has no secret
 */
@ConfigurationProperties("suite.gateway.dashboard")
public record DashboardSettings(URI issuer, String clientId) {}
