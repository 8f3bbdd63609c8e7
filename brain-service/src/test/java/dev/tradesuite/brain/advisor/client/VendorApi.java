package dev.tradesuite.brain.advisor.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.tradesuite.brain.advisor.Briefing;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Stands for a vendor's API. */
final class VendorApi implements AutoCloseable {

    static final String KEY = "sk-test-0123456789";

    /** Longer than a busy machine ever takes to answer. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Shorter than a late answer takes. */
    static final Duration IMPATIENCE = Duration.ofMillis(200);

    private static final Duration LATE = Duration.ofSeconds(2);

    static final Briefing BRIEFING = new Briefing(
            "EURUSD",
            Timeframe.M5,
            Instant.parse("2026-03-02T12:00:00Z"),
            1.0835,
            new Readings.Builder().set(Indicator.RSI, 74.2).build());

    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    VendorApi() {
        server.start();
    }

    String url() {
        return server.baseUrl();
    }

    void answers(int status, String body) {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    /** Answers, but later than the client waits. */
    void answersLate(String body) {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withFixedDelay((int) LATE.toMillis())
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    LoggedRequest request() {
        return server.findAll(anyRequestedFor(anyUrl())).getFirst();
    }

    int requests() {
        return server.findAll(anyRequestedFor(anyUrl())).size();
    }

    JsonNode requestBody() {
        return JsonMapper.shared().readTree(request().getBodyAsString());
    }

    /** A JSON text as a JSON string. */
    static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    @Override
    public void close() {
        server.stop();
    }
}
