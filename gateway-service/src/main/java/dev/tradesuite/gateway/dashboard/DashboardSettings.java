package dev.tradesuite.gateway.dashboard;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the dashboard has to know of this installation.
 *
 * @param issuer of the tokens, as the browser reaches it
 * @param clientId the dashboard asks as; a public client that has no secret
 * @param grafana where the metrics are drawn, as the browser reaches it; absent where they are not
 */
@ConfigurationProperties("suite.gateway.dashboard")
public record DashboardSettings(URI issuer, String clientId, @Nullable URI grafana) {}
