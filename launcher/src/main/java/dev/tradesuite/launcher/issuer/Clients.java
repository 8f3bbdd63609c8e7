package dev.tradesuite.launcher.issuer;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The clients of the issuer. */
final class Clients {

    private Clients() {}

    static List<RegisteredClient> of(IssuerSettings settings) {
        return List.of(
                program(IssuerSettings.CLI_CLIENT, settings.cliSecret(), Scopes.PERSONAL, settings.tokenLifetime()),
                program(
                        IssuerSettings.SERVICE_CLIENT,
                        settings.serviceSecret(),
                        Scopes.SERVICE,
                        settings.tokenLifetime()),
                dashboard(settings));
    }

    private static RegisteredClient program(String id, String secret, List<String> allowed, Duration lifetime) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(allowed))
                .tokenSettings(tokens(lifetime))
                .build();
    }

    private static RegisteredClient dashboard(IssuerSettings settings) {
        return RegisteredClient.withId(IssuerSettings.DASHBOARD_CLIENT)
                .clientId(IssuerSettings.DASHBOARD_CLIENT)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(settings.dashboardRedirects()))
                .postLogoutRedirectUris(uris -> uris.addAll(settings.dashboardRedirects()))
                .scope(OidcScopes.OPENID)
                .scopes(scopes -> scopes.addAll(Scopes.PERSONAL))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(tokens(settings.tokenLifetime()))
                .build();
    }

    private static TokenSettings tokens(Duration lifetime) {
        return TokenSettings.builder().accessTokenTimeToLive(lifetime).build();
    }

    /** What a client gets that asks for no scope: a service what services need, anybody else the right to read. */
    static List<String> defaultScopes(String clientId) {
        return clientId.equals(IssuerSettings.SERVICE_CLIENT) ? Scopes.SERVICE : List.of(Scopes.READ);
    }

    /** The origins of the pages that sign in; a browser asks for a token from there. */
    static List<String> origins(IssuerSettings settings) {
        return settings.dashboardRedirects().stream()
                .map(URI::create)
                .map(uri -> "%s://%s".formatted(uri.getScheme(), uri.getAuthority()))
                .distinct()
                .toList();
    }
}
