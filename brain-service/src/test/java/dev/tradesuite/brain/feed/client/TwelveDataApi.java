package dev.tradesuite.brain.feed.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.tradesuite.brain.feed.MinuteCredits;
import dev.tradesuite.brain.feed.TwelveDataSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A server that answers in the place of Twelve Data. */
final class TwelveDataApi implements AutoCloseable {

    static final String KEY = "secret-key-0815";

    /** Longer than a busy machine ever takes to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration IMPATIENCE = Duration.ofMillis(200);

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    TwelveDataApi() {
        server.start();
    }

    /** Makers of feeds that ask here; each has an account of its own. */
    TwelveDataClient feeds(@Nullable String key, int credits, Clock clock) {
        return feeds(key, credits, new CreditsInMemory(clock));
    }

    /** Makers of feeds of an account that others use too. */
    TwelveDataClient feeds(@Nullable String key, int perMinute, MinuteCredits credits) {
        return feeds(new TwelveDataSettings(key, URI.create(server.baseUrl()), perMinute, PATIENCE), credits);
    }

    /** Makers of feeds that give up soon. */
    TwelveDataClient impatient(Clock clock) {
        return feeds(
                new TwelveDataSettings(KEY, URI.create(server.baseUrl()), 8, IMPATIENCE), new CreditsInMemory(clock));
    }

    private static TwelveDataClient feeds(TwelveDataSettings settings, MinuteCredits credits) {
        return new TwelveDataClient(settings, JsonMapper.shared(), credits);
    }

    void answers(String body) {
        answers(aResponse().withHeader("Content-Type", "application/json").withBody(body));
    }

    void answers(ResponseDefinitionBuilder response) {
        server.resetMappings();
        server.stubFor(any(anyUrl()).willReturn(response));
    }

    /** What has been asked so far. */
    List<LoggedRequest> asked() {
        return server.findAll(getRequestedFor(urlPathEqualTo("/time_series")));
    }

    /** A parameter of the newest question. */
    String parameter(String name) {
        return asked().getLast().queryParameter(name).firstValue();
    }

    String url() {
        return server.baseUrl();
    }

    @Override
    public void close() {
        server.stop();
    }
}
