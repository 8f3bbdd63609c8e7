package dev.tradesuite.launcher.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class AuthorizationsTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final RegisteredClient client = RegisteredClient.withId("program")
            .clientId("program")
            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
            .build();

    private Instant now;
    private Authorizations authorizations;

    @BeforeEach
    void make() {
        now = START;
        authorizations = new Authorizations(new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    @Test
    void findsAnAuthorizationByItsTokenUntilItExpires() {
        OAuth2Authorization first = withToken("first");
        authorizations.save(first);
        assertThat(authorizations.findByToken("first", OAuth2TokenType.ACCESS_TOKEN))
                .isEqualTo(first);
        assertThat(authorizations.findById(first.getId())).isEqualTo(first);
        assertThat(authorizations.findByToken("other", null)).isNull();

        now = START.plus(Duration.ofHours(1)).plusSeconds(1);
        authorizations.save(withToken("second"));

        assertThat(authorizations.findByToken("first", null)).isNull();
        assertThat(authorizations.size()).isEqualTo(1);
    }

    @Test
    void givesUpASignInThatIsNotFinished() {
        authorizations.save(OAuth2Authorization.withRegisteredClient(client)
                .principalName("operator")
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .attribute("state", "xyz")
                .build());
        assertThat(authorizations.findByToken("xyz", null)).isNotNull();

        now = START.plus(Duration.ofMinutes(11));
        authorizations.save(withToken("later"));

        assertThat(authorizations.findByToken("xyz", null)).isNull();
    }

    @Test
    void forgetsWhatIsRevoked() {
        OAuth2Authorization authorization = withToken("first");
        authorizations.save(authorization);

        authorizations.remove(authorization);

        assertThat(authorizations.findByToken("first", null)).isNull();
    }

    @Test
    void comparesSecretsExactly() {
        StoredSecrets secrets = new StoredSecrets();

        assertThat(secrets.matches("abc", "abc")).isTrue();
        assertThat(secrets.matches("abc", "abd")).isFalse();
        assertThat(secrets.matches(null, "abc")).isFalse();
        assertThat(secrets.matches("abc", null)).isFalse();
    }

    @Test
    void letsOnlyThePagesOfTheSettingsAskForTokens() {
        IssuerSettings settings = new IssuerSettings(
                "http://localhost:9000",
                "trade-suite",
                java.nio.file.Path.of("key.json"),
                Duration.ofHours(1),
                "a",
                "b",
                "c",
                List.of("http://localhost:8000/", "http://localhost:8000/callback", "http://127.0.0.1:8000/"));

        assertThat(Clients.origins(settings)).containsExactly("http://localhost:8000", "http://127.0.0.1:8000");
        assertThat(Clients.of(settings))
                .extracting(RegisteredClient::getClientId)
                .containsExactly("trade-suite-cli", "trade-suite-service", "trade-suite-dashboard");
    }

    private OAuth2Authorization withToken(String value) {
        return OAuth2Authorization.withRegisteredClient(client)
                .principalName("program")
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .accessToken(new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER, value, now, now.plus(Duration.ofHours(1)), Set.of()))
                .build();
    }
}
