package dev.tradesuite.support.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.tradesuite.support.client.ServiceUnavailableException.Reason;
import dev.tradesuite.test.FixedClock;
import java.net.URI;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;

class ServiceTokensTest {

    private final WireMockServer issuer =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
    private final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
    private ServiceTokens tokens;

    @BeforeEach
    void startIssuer() {
        issuer.start();
        tokens = new ServiceTokens(
                RestClient.create(),
                new ClientSettings.ServiceClient("me", "secret", URI.create(issuer.baseUrl() + "/oauth2/token")),
                clock);
    }

    @AfterEach
    void stopIssuer() {
        issuer.stop();
    }

    @Test
    void asksOnceWithItsOwnCredentials() {
        gives("one", 100);

        IntStream.range(0, 10).parallel().forEach(_ -> assertThat(tokens.current())
                .isEqualTo("one"));

        issuer.verify(
                1,
                postRequestedFor(urlEqualTo("/oauth2/token"))
                        // me:secret in Base64
                        .withHeader("Authorization", equalTo("Basic bWU6c2VjcmV0"))
                        .withFormParam("grant_type", equalTo("client_credentials")));
    }

    @Test
    void renewsBeforeTheTokenEnds() {
        gives("one", 100);
        tokens.current();
        gives("two", 100);

        clock.advance(Duration.ofSeconds(79));
        assertThat(tokens.current()).isEqualTo("one");

        clock.advance(Duration.ofSeconds(1));
        assertThat(tokens.current()).isEqualTo("two");
    }

    @Test
    void goodTokenIsUsedOnWhileTheIssuerIsAwayAndTheIssuerIsNotPestered() {
        gives("one", 100);
        tokens.current();
        issuer.stubFor(post("/oauth2/token").willReturn(aResponse().withStatus(500)));
        clock.advance(Duration.ofSeconds(90));

        IntStream.range(0, 10).forEach(_ -> assertThat(tokens.current()).isEqualTo("one"));

        issuer.verify(2, postRequestedFor(urlEqualTo("/oauth2/token")));
    }

    @Test
    void withoutATokenTheIssuerIsMissed() {
        issuer.stop();

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(tokens::current)
                .satisfies(missed -> {
                    assertThat(missed.service()).isEqualTo("token issuer");
                    assertThat(missed.reason()).isEqualTo(Reason.OFFLINE);
                });
    }

    @Test
    void refusedCredentialsAreAnError() {
        issuer.stubFor(post("/oauth2/token").willReturn(aResponse().withStatus(401)));

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(tokens::current)
                .satisfies(missed -> assertThat(missed.reason()).isEqualTo(Reason.ERROR))
                .withMessageContaining("gives no token to client me");
    }

    @Test
    void endedTokenIsNotUsed() {
        gives("one", 100);
        tokens.current();
        issuer.stubFor(post("/oauth2/token").willReturn(aResponse().withStatus(500)));

        clock.advance(Duration.ofSeconds(100));

        assertThatExceptionOfType(ServiceUnavailableException.class).isThrownBy(tokens::current);
    }

    private void gives(String token, int seconds) {
        issuer.stubFor(post("/oauth2/token")
                .willReturn(okJson("{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":%d}"
                        .formatted(token, seconds))));
    }
}
