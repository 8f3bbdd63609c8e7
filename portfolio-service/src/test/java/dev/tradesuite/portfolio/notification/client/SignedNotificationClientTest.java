package dev.tradesuite.portfolio.notification.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import dev.tradesuite.portfolio.notification.Notification;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SignedNotificationClientTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00Z");

    @RegisterExtension
    private static final WireMockExtension OUTSIDE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private final Notification notification = new Notification(
            UUID.fromString("0195d0a0-0000-7000-8000-000000000001"), "lifecycle", "{\"type\":\"lifecycle\"}", 1);

    /** printf '1774958400.{"type":"lifecycle"}' | openssl dgst -sha256 -hmac 0123456789abcdef */
    @Test
    void messageIsSignedWithItsTime() {
        OUTSIDE.stubFor(post("/hook").willReturn(aResponse().withStatus(204)));

        assertThat(client(Duration.ofSeconds(5)).send(notification, NOON)).isEmpty();

        OUTSIDE.verify(
                1,
                postRequestedFor(urlEqualTo("/hook"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withHeader("X-Suite-Id", equalTo("0195d0a0-0000-7000-8000-000000000001"))
                        .withHeader("X-Suite-Type", equalTo("lifecycle"))
                        .withHeader("X-Suite-Timestamp", equalTo("1774958400"))
                        .withHeader(
                                "X-Suite-Signature",
                                equalTo("sha256=9bf6e6a7219715b762e3edd31423a51d43eaf07e9c727ebd241a558b568e2f05"))
                        .withRequestBody(equalTo("{\"type\":\"lifecycle\"}")));
    }

    @Test
    void anythingButSuccessIsAFailure() {
        OUTSIDE.stubFor(post("/hook").willReturn(aResponse().withStatus(500)));
        assertThat(client(Duration.ofSeconds(5)).send(notification, NOON)).contains("answered 500");

        OUTSIDE.stubFor(post("/hook").willReturn(aResponse().withStatus(302).withHeader("Location", "/other")));
        assertThat(client(Duration.ofSeconds(5)).send(notification, NOON)).contains("answered 302");
    }

    @Test
    void silenceIsAFailure() {
        OUTSIDE.stubFor(post("/hook").willReturn(aResponse().withFixedDelay(3_000)));

        assertThat(client(Duration.ofMillis(300)).send(notification, NOON).orElseThrow())
                .isNotEmpty();
    }

    @Test
    void nobodyThereIsAFailure() {
        assertThat(new SignedNotificationClient(
                                URI.create("http://127.0.0.1:1/hook"), "0123456789abcdef", Duration.ofSeconds(2))
                        .send(notification, NOON)
                        .orElseThrow())
                .startsWith("not reached");
    }

    private static SignedNotificationClient client(Duration timeout) {
        return new SignedNotificationClient(URI.create(OUTSIDE.url("/hook")), "0123456789abcdef", timeout);
    }
}
