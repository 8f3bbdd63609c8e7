package dev.tradesuite.market.gamma;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static dev.tradesuite.market.gamma.GammaJson.array;
import static dev.tradesuite.market.gamma.GammaJson.event;
import static dev.tradesuite.market.gamma.GammaJson.market;
import static dev.tradesuite.market.gamma.GammaJson.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.market.MarketSourceSettings;
import dev.tradesuite.test.FixedClock;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GammaMarketSourceTest {

    @RegisterExtension
    static final WireMockExtension VENUE = WireMockExtension.newInstance()
            .options(wireMockConfig().bindAddress("127.0.0.1").dynamicPort())
            .build();

    private final FixedClock clock = FixedClock.at("2026-01-31T18:00:00Z");

    @Test
    void pagesUntilTheVenueHasNoMore() {
        page(0, event(1, market(11)), event(2, market(12)));
        page(2, event(3, market(13)), event(4, market(14)));
        page(4, event(5, market(15)));
        MarketSnapshot snapshot = source(2, 10).snapshot();
        assertThat(snapshot.events()).extracting(MarketEvent::id).containsExactly("1", "2", "3", "4", "5");
        assertThat(snapshot.takenAt()).isEqualTo(clock.instant());
        assertThat(snapshot.warnings()).isEmpty();
        VENUE.verify(
                3,
                getRequestedFor(urlPathEqualTo("/events"))
                        .withQueryParam("closed", equalTo("false"))
                        .withQueryParam("active", equalTo("true"))
                        .withQueryParam("limit", equalTo("2")));
    }

    @Test
    void followsTheCursorUntilThereIsNone() {
        keyset(null, "c1", event(1, market(11)), event(2, market(12)));
        keyset("c1", "c2", event(3, market(13)));
        keyset("c2", null, event(4, market(14)));

        MarketSnapshot snapshot = source(2, 10).snapshot();

        assertThat(snapshot.events()).extracting(MarketEvent::id).containsExactly("1", "2", "3", "4");
        assertThat(snapshot.warnings()).isEmpty();
        VENUE.verify(0, getRequestedFor(urlPathEqualTo("/events")));
        VENUE.verify(
                3,
                getRequestedFor(urlPathEqualTo("/events/keyset"))
                        .withQueryParam("closed", equalTo("false"))
                        .withQueryParam("limit", equalTo("2")));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 422})
    void readsByOffsetWhereTheVenueHasNoCursors(int status) {
        VENUE.stubFor(
                get(urlPathEqualTo("/events/keyset")).willReturn(aResponse().withStatus(status)));
        page(0, event(1, market(11)));
        page(1);

        MarketSnapshot snapshot = source(100, 10).snapshot();

        assertThat(snapshot.events()).hasSize(1);
        assertThat(snapshot.warnings()).isEmpty();
    }

    @Test
    void leavesAVenueAloneThatAsksForAPauseInsteadOfReadingByOffset() {
        VENUE.stubFor(get(urlPathEqualTo("/events/keyset"))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));

        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> source(100, 10).snapshot());
        VENUE.verify(0, getRequestedFor(urlPathEqualTo("/events")));
    }

    @Test
    void usesWhatWasReadBeforeACursorFailed() {
        keyset(null, "c1", event(1, market(11)), event(2, market(12)));
        VENUE.stubFor(get(urlPathEqualTo("/events/keyset"))
                .withQueryParam("after_cursor", equalTo("c1"))
                .willReturn(aResponse().withStatus(422)));

        MarketSnapshot snapshot = source(2, 10).snapshot();

        assertThat(snapshot.events()).hasSize(2);
        assertThat(snapshot.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("MORE_PAGES");
            assertThat(warning.message()).contains("2 events were read.").contains("answered 422");
        });
    }

    /** The venue refuses an offset above 2. */
    @Test
    void usesWhatWasReadBeforeAnOffsetWasRefused() {
        page(0, event(1, market(11)), event(2, market(12)));
        page(2, event(3, market(13)), event(4, market(14)));
        VENUE.stubFor(get(urlPathEqualTo("/events"))
                .withQueryParam("offset", equalTo("4"))
                .willReturn(aResponse().withStatus(422)));

        MarketSnapshot snapshot = source(2, 30).snapshot();

        assertThat(snapshot.events()).hasSize(4);
        assertThat(snapshot.warnings()).extracting(Reason::code).containsExactly("MORE_PAGES");
    }

    @Test
    void cursorThatBringsTheSamePageAgainEndsTheReadingAndIsTold() {
        VENUE.stubFor(
                get(urlPathEqualTo("/events/keyset")).willReturn(okJson(keysetPage("same", event(1, market(11))))));

        MarketSnapshot snapshot = source(1, 10).snapshot();

        assertThat(snapshot.events()).hasSize(1);
        assertThat(snapshot.warnings()).extracting(Reason::code).containsExactly("MORE_PAGES");
        VENUE.verify(2, getRequestedFor(urlPathEqualTo("/events/keyset")));
    }

    @Test
    void isGoodForTradesForFiveMinutes() {
        assertThat(source(100, 10).maxAge()).contains(Duration.ofMinutes(5));
    }

    @Test
    void goesOnWhenTheVenueCapsThePageBelowTheLimit() {
        page(0, event(1, market(11)), event(2, market(12)));
        page(2, event(3, market(13)));
        assertThat(source(100, 10).snapshot().events()).hasSize(3);
    }

    @Test
    void takesAnEventOnceThatMovedToTheNextPage() {
        page(0, event(1, market(11)), event(2, market(12)));
        page(2, event(2, market(12)), event(3, market(13)));
        page(4);
        assertThat(source(2, 10).snapshot().events())
                .extracting(MarketEvent::id)
                .containsExactly("1", "2", "3");
    }

    @Test
    void stopsAtTheBoundOnPagesAndSaysSo() {
        page(0, event(1, market(11)));
        page(1, event(2, market(12)));
        page(2, event(3, market(13)));
        MarketSnapshot snapshot = source(1, 2).snapshot();
        assertThat(snapshot.events()).hasSize(2);
        assertThat(snapshot.warnings()).extracting(Reason::code).containsExactly("MORE_PAGES");
    }

    @Test
    void readsTheVenueOnceForManyPortfolios() {
        page(0, event(1, market(11)));
        page(1);
        GammaMarketSource source = source(100, 10);
        source.snapshot();
        clock.advance(Duration.ofSeconds(29));
        source.snapshot();
        VENUE.verify(2, getRequestedFor(urlPathEqualTo("/events")));
        clock.advance(Duration.ofSeconds(1));
        assertThat(source.snapshot().takenAt()).isEqualTo(clock.instant());
        VENUE.verify(4, getRequestedFor(urlPathEqualTo("/events")));
    }

    @Test
    void triesAgainAfter429() {
        inTurn(
                aResponse().withStatus(429).withHeader("Retry-After", "0"),
                okJson(array(event(1, market(11)))),
                okJson("[]"));
        assertThat(source(100, 10).snapshot().events()).hasSize(1);
    }

    @Test
    void givesUpWhenTheVenueAsksForALongerPauseThanAllowed() {
        inTurn(aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> source(100, 10).snapshot())
                .withMessageContaining("answered 429 and asks for a pause of 3600 s, more than the 15 s allowed");
        VENUE.verify(1, getRequestedFor(urlPathEqualTo("/events")));
    }

    @Test
    void triesAgainAfterServerErrors() {
        inTurn(
                aResponse().withStatus(500),
                aResponse().withStatus(502),
                aResponse().withStatus(500),
                okJson(array(event(1, market(11)))),
                okJson("[]"));
        assertThat(source(100, 10).snapshot().events()).hasSize(1);
        VENUE.verify(5, getRequestedFor(urlPathEqualTo("/events")));
    }

    @Test
    void saysWhatHappenedWhenEveryAttemptFailed() {
        VENUE.stubFor(get(urlPathEqualTo("/events")).willReturn(aResponse().withStatus(500)));
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> source(100, 10).snapshot())
                .withMessage("The Gamma API at %s: /events answered 500 (attempt 4 of 4)".formatted(VENUE.baseUrl()));
        VENUE.verify(4, getRequestedFor(urlPathEqualTo("/events")));
    }

    @Test
    void whoeverWaitedForAFailureDoesNotUseUpTheAttemptsAgain() {
        VENUE.stubFor(get(urlPathEqualTo("/events")).willReturn(aResponse().withStatus(500)));
        GammaMarketSource source = source(100, 10);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(MarketSourceException.class)
                    .isThrownBy(source::snapshot)
                    .withMessageContaining("answered 500");
        }
        VENUE.verify(4, getRequestedFor(urlPathEqualTo("/events")));
        clock.advance(Duration.ofSeconds(5));
        assertThatExceptionOfType(MarketSourceException.class).isThrownBy(source::snapshot);
        VENUE.verify(8, getRequestedFor(urlPathEqualTo("/events")));
    }

    @Test
    void doesNotTryAgainWhatTheVenueRefuses() {
        VENUE.stubFor(get(urlPathEqualTo("/events")).willReturn(aResponse().withStatus(422)));
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> source(100, 10).snapshot())
                .withMessageContaining("answered 422");
        VENUE.verify(1, getRequestedFor(urlPathEqualTo("/events")));
    }

    @Test
    void triesAgainWhenTheVenueIsTooSlow() {
        inTurn(aResponse().withStatus(200).withFixedDelay(10_000), okJson(array(event(1, market(11)))), okJson("[]"));
        assertThat(impatientSource().snapshot().events()).hasSize(1);
    }

    @Test
    void triesAgainWhenTheBodyTrickles() {
        inTurn(
                okJson(array(event(1, market(11)))).withChunkedDribbleDelay(10, 10_000),
                okJson(array(event(1, market(11)))),
                okJson("[]"));
        assertThat(impatientSource().snapshot().events()).hasSize(1);
    }

    @Test
    void triesAgainWhenTheJsonBreaksOff() {
        String whole = array(event(1, market(11)));
        inTurn(okJson(whole.substring(0, whole.length() / 2)), okJson(whole), okJson("[]"));
        assertThat(source(100, 10).snapshot().events()).hasSize(1);
    }

    @Test
    void triesAgainWhenTheConnectionBreaks() {
        inTurn(
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                okJson(array(event(1, market(11)))),
                okJson("[]"));
        assertThat(source(100, 10).snapshot().events()).hasSize(1);
    }

    @Test
    void asksForMarketsByRepeatedIdsAndForClosedOnesToo() {
        VENUE.stubFor(byIds("false", "11", "12").willReturn(okJson(array(market(11)))));
        VENUE.stubFor(byIds("true", "12").willReturn(okJson(array(resolved(12, "[\"0\", \"1\"]")))));
        List<Market> markets = source(100, 10).markets(List.of("12", "11", "12"));
        assertThat(markets).extracting(Market::id).containsExactly("12", "11");
        assertThat(markets).extracting(Market::winner).containsExactly("No", null);
    }

    @Test
    void asksForManyMarketsInBoundedCalls() {
        VENUE.stubFor(get(urlPathEqualTo("/markets")).willReturn(okJson("[]")));
        List<String> ids = IntStream.range(0, 120).mapToObj(Integer::toString).toList();
        assertThat(source(100, 10).markets(ids)).isEmpty();
        VENUE.verify(3, getRequestedFor(urlPathEqualTo("/markets")).withQueryParam("closed", equalTo("false")));
        VENUE.verify(3, getRequestedFor(urlPathEqualTo("/markets")).withQueryParam("closed", equalTo("true")));
    }

    @Test
    void doesNotAskForIdsThatNoMarketOfTheVenueHas() {
        assertThat(source(100, 10).markets(List.of("sim-42-1-7-0", "", "12&limit=1")))
                .isEmpty();
        VENUE.verify(0, getRequestedFor(urlPathEqualTo("/markets")));
    }

    @Test
    void labelsWhatIsTradedOnIt() {
        GammaMarketSource source = source(100, 10);
        assertThat(source.kind()).isEqualTo("gamma");
        assertThat(source.label()).isEqualTo(RunLabel.PAPER);
    }

    private GammaMarketSource source(int pageSize, int maxPages) {
        return source(pageSize, maxPages, Duration.ofSeconds(20));
    }

    /** Long enough for an answer on a busy machine, shorter than the delays of the venue. */
    private GammaMarketSource impatientSource() {
        return source(100, 10, Duration.ofMillis(1500));
    }

    private GammaMarketSource source(int pageSize, int maxPages, Duration timeout) {
        MarketSourceSettings.Gamma settings = new MarketSourceSettings.Gamma(
                URI.create(VENUE.baseUrl()),
                pageSize,
                maxPages,
                1e6,
                timeout,
                4,
                Duration.ofMillis(1),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30));
        return new GammaMarketSource(GammaJson.JSON, settings, Duration.ofMinutes(5), clock);
    }

    private static void page(int offset, GammaJson... events) {
        VENUE.stubFor(get(urlPathEqualTo("/events"))
                .withQueryParam("offset", equalTo(Integer.toString(offset)))
                .willReturn(okJson(array(events))));
    }

    private static void keyset(@Nullable String cursor, @Nullable String next, GammaJson... events) {
        MappingBuilder call = get(urlPathEqualTo("/events/keyset"))
                .withQueryParam("after_cursor", cursor == null ? absent() : equalTo(cursor));
        VENUE.stubFor(call.willReturn(okJson(keysetPage(next, events))));
    }

    private static String keysetPage(@Nullable String next, GammaJson... events) {
        String cursor = next == null ? "" : ", \"next_cursor\": \"%s\"".formatted(next);
        return "{\"events\": %s%s}".formatted(array(events), cursor);
    }

    private static MappingBuilder byIds(String closed, String... ids) {
        return get(urlPathEqualTo("/markets"))
                .withQueryParam("closed", equalTo(closed))
                .withQueryParam("id", havingExactly(ids));
    }

    /** The first answer to the first call, and so on; the last one stays. */
    private static void inTurn(ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            VENUE.stubFor(get(urlPathEqualTo("/events"))
                    .inScenario("answers")
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
                    .willReturn(answers[i])
                    .willSetStateTo("answer " + Math.min(i + 1, answers.length - 1)));
        }
    }
}
