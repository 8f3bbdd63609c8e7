package dev.tradesuite.launcher.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Gives a program that asks for no scope the usual ones of its client, as RFC 6749, section 3.3 allows.
 *
 * <p>The services rely on it: every issuer they can be used with has default scopes of its own.
 */
final class DefaultScopes implements AuthenticationConverter {

    private final OAuth2ClientCredentialsAuthenticationConverter reader =
            new OAuth2ClientCredentialsAuthenticationConverter();

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        Authentication asked = reader.convert(request);
        return asked instanceof OAuth2ClientCredentialsAuthenticationToken program
                        && program.getScopes().isEmpty()
                        && program.getPrincipal() instanceof OAuth2ClientAuthenticationToken client
                ? new OAuth2ClientCredentialsAuthenticationToken(
                        client, Set.copyOf(Clients.defaultScopes(client.getName())), program.getAdditionalParameters())
                : asked;
    }
}
