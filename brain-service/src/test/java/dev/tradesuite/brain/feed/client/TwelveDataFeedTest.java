package dev.tradesuite.brain.feed.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.feed.FeedAdapter;
import dev.tradesuite.brain.feed.FeedAnswer;
import dev.tradesuite.brain.feed.FeedException;
import dev.tradesuite.brain.feed.FeedSettings;
import dev.tradesuite.brain.feed.MinuteCredits;
import dev.tradesuite.brain.feed.TwelveDataSettings;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwelveDataFeedTest {

    /** Three seconds after the bar of 10:00 has closed. */
    private static final Instant CLOSED_BY = Instant.parse("2026-03-04T10:05:00Z");

    private static final Instant FROM = Instant.parse("2026-03-04T09:55:00Z");

    private final TwelveDataApi api = new TwelveDataApi();
    private final FixedClock clock = FixedClock.at("2026-03-04T10:05:03Z");
    private final Instrument euro = instrument("EURUSD");
    private final Instrument gold = instrument("XAUUSD");
    private final Instrument apple = instrument("AAPL");
    private final FeedAdapter feed = feed(8, Timeframe.M5);

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void allSymbolsAreAskedForInOneCallAndTheKeyStandsInTheHeaderAlone() {
        api.answers(
                """
                {"EUR/USD": {"meta": {"symbol": "EUR/USD", "interval": "5min"}, "status": "ok", "values": [
                   {"datetime": "2026-03-04 10:00:00", "open": "1.0835", "high": "1.0840", "low": "1.0830",
                    "close": "1.0838"},
                   {"datetime": "2026-03-04 09:55:00", "open": "1.0833", "high": "1.0836", "low": "1.0831",
                    "close": "1.0835"}]},
                 "AAPL": {"meta": {"symbol": "AAPL", "interval": "5min"}, "status": "ok", "values": [
                   {"datetime": "2026-03-04 10:00:00", "open": "210.5", "high": "211", "low": "210.1",
                    "close": "210.9", "volume": "125000"}]}}
                """);

        Map<Instrument, FeedAnswer> answers = feed.bars(from(euro, apple), CLOSED_BY);

        assertThat(bars(answers, euro))
                .containsExactly(
                        bar("09:55", "1.0833", "1.0836", "1.0831", "1.0835", null),
                        bar("10:00", "1.0835", "1.0840", "1.0830", "1.0838", null));
        assertThat(bars(answers, apple)).containsExactly(bar("10:00", "210.5", "211", "210.1", "210.9", "125000"));
        LoggedRequest asked = api.asked().getFirst();
        assertThat(api.asked()).hasSize(1);
        assertThat(asked.getHeader("Authorization")).isEqualTo("apikey " + TwelveDataApi.KEY);
        assertThat(asked.getUrl()).doesNotContain(TwelveDataApi.KEY);
        assertThat(api.parameter("symbol")).isEqualTo("EUR/USD,AAPL");
        assertThat(api.parameter("interval")).isEqualTo("5min");
        assertThat(api.parameter("timezone")).isEqualTo("UTC");
        assertThat(api.parameter("start_date")).isEqualTo("2026-03-04 09:55:00");
        assertThat(api.parameter("end_date")).isEqualTo("2026-03-04 10:05:00");
        assertThat(api.parameter("outputsize")).isEqualTo("3");
    }

    @Test
    void itIsAskedThreeSecondsAfterACloseAndBringsBarsOfTheMarket() {
        assertThat(feed.delay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(feed.source()).isEqualTo("twelve-data");
        assertThat(feed.label()).isEqualTo(RunLabel.PAPER);
        assertThat(feed.price(euro, CLOSED_BY)).isEmpty();
    }

    @Test
    void anOpenBarARepeatedOneAndOneBeforeTheStretchAreLeftOut() {
        api.answers(series(
                row("2026-03-04 10:05:00", "1.0838"),
                row("2026-03-04 10:00:00", "1.0837"),
                row("2026-03-04 10:00:00", "1.0837"),
                row("2026-03-04 09:55:00", "1.0836"),
                row("2026-03-04 09:50:00", "1.0835")));

        assertThat(bars(feed.bars(from(euro), CLOSED_BY), euro))
                .extracting(Candle::openTime)
                .containsExactly(Instant.parse("2026-03-04T09:55:00Z"), Instant.parse("2026-03-04T10:00:00Z"));
    }

    @Test
    void aBarWhosePricesContradictOneAnotherIsLeftOut() {
        api.answers(series(
                row("2026-03-04 10:00:00", "1.0837"),
                "{\"datetime\": \"2026-03-04 09:55:00\", \"open\": \"1.2\", \"high\": \"1.1\", \"low\": \"1.0\","
                        + " \"close\": \"1.05\"}"));

        assertThat(bars(feed.bars(from(euro), CLOSED_BY), euro)).hasSize(1);
    }

    @Test
    void aVolumeOfACurrencyIsNoneWhateverStandsThere() {
        api.answers(series("{\"datetime\": \"2026-03-04 10:00:00\", \"open\": 1.1, \"high\": 1.1, \"low\": 1.1,"
                + " \"close\": 1.1, \"volume\": \"0\"}"));

        assertThat(bars(feed.bars(from(euro), CLOSED_BY), euro))
                .containsExactly(bar("10:00", "1.1", "1.1", "1.1", "1.1", null));
    }

    @ParameterizedTest
    @CsvSource({
        "400, true",
        "401, true",
        "403, true",
        "404, true",
        "414, true",
        "429, false",
        "500, false",
        "503, false"
    })
    void anErrorIsOneAlthoughHttpSaysOk(int code, boolean lasting) {
        api.answers("{\"code\": %d, \"message\": \"Wrong: key %s\\nis\", \"status\": \"error\"}"
                .formatted(code, TwelveDataApi.KEY));

        FeedException failure = failure(euro, gold);

        assertThat(failure).hasMessage("Twelve Data answered " + code + ": Wrong: key *** is");
        assertThat(failure.isLasting()).isEqualTo(lasting);
        assertThat(failure.retryAfter()).isEqualTo(code == 429 ? Duration.ofSeconds(60) : Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 404, 500, 502})
    void aStatusOfHttpWithoutABodyIsAnErrorToo(int status) {
        api.answers(aResponse().withStatus(status).withHeader("Location", api.url() + "/elsewhere"));

        assertThat(failure(euro, gold)).hasMessage("Twelve Data answered " + status);
        assertThat(api.asked()).hasSize(1);
    }

    @Test
    void itIsLeftAloneForAsLongAsItSays() {
        api.answers(aResponse()
                .withStatus(429)
                .withHeader("Retry-After", "17")
                .withBody("{\"code\": 429, \"message\": \"Out of credits\", \"status\": \"error\"}"));

        assertThat(failure(euro, gold).retryAfter()).isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void anErrorOfOneSymbolLeavesTheOthersAlone() {
        api.answers(
                """
                {"EUR/USD": {"status": "ok", "values": [
                   {"datetime": "2026-03-04 10:00:00", "open": "1.1", "high": "1.1", "low": "1.1", "close": "1.1"}]},
                 "XAU/USD": {"code": 404, "message": "symbol not found", "status": "error"}}
                """);

        Map<Instrument, FeedAnswer> answers = feed.bars(from(euro, gold), CLOSED_BY);

        assertThat(bars(answers, euro)).hasSize(1);
        assertThat(answers.get(gold)).isEqualTo(new FeedAnswer.Refused("Twelve Data answered 404: symbol not found"));
    }

    @Test
    void aSymbolThatIsNotInTheAnswerIsRefusedAndSoIsTheOnlyOneOfACall() {
        api.answers("{\"EUR/USD\": {\"status\": \"ok\", \"values\": []}}");
        Map<Instrument, FeedAnswer> answers = feed.bars(from(euro, gold), CLOSED_BY);
        assertThat(answers.get(gold)).isInstanceOf(FeedAnswer.Refused.class);
        assertThat(bars(answers, euro)).isEmpty();

        api.answers("{\"code\": 404, \"message\": \"symbol not found\", \"status\": \"error\"}");
        assertThat(feed.bars(from(gold), CLOSED_BY).get(gold))
                .isEqualTo(new FeedAnswer.Refused("Twelve Data answered 404: symbol not found"));
    }

    @Test
    void nothingInAStretchIsNoError() {
        api.answers("{\"code\": 400, \"message\": \"No data is available on the specified dates. Try setting"
                + " different start/end dates.\", \"status\": \"error\"}");

        assertThat(bars(feed.bars(from(euro), CLOSED_BY), euro)).isEmpty();
        assertThat(bars(feed.bars(from(euro, gold), CLOSED_BY), gold)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"ok\", \"values\": [{\"datetime\": \"2026-03-04 10:0",
                "",
                "[]",
                "\"ok\"",
                "null",
                "<html>busy</html>"
            })
    void anAnswerThatBreaksOffOrIsNoneIsAPassingFailure(String body) {
        api.answers(body);

        FeedException failure = failure(euro);

        assertThat(failure).hasMessage("Twelve Data answered JSON that breaks off or is none");
        assertThat(failure.isLasting()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": \"ok\"}",
                "{\"status\": \"ok\", \"values\": {}}",
                "{\"status\": \"ok\", \"values\": [7]}",
                "{\"status\": \"ok\", \"values\": [{\"datetime\": 7}]}",
                "{\"status\": \"ok\", \"values\": [{\"datetime\": \"2026-13-04 10:00:00\"}]}",
                "{\"status\": \"ok\", \"values\": [{\"datetime\": \"2026-03-04 10:00:00\", \"open\": \"n/a\"}]}",
                "{\"status\": \"ok\", \"values\": [{\"datetime\": \"2026-03-04 10:00:00\", \"open\": true}]}",
                "{\"status\": \"ok\", \"values\": [{\"datetime\": \"2026-03-04 10:00:00\", \"open\": null}]}",
                "{\"meta\": {\"symbol\": \"GBP/USD\"}, \"status\": \"ok\", \"values\": []}",
                "{\"meta\": {\"symbol\": \"EUR/USD\", \"interval\": \"1min\"}, \"status\": \"ok\", \"values\": []}"
            })
    void anAnswerOfAnotherFormIsRefused(String body) {
        api.answers(body);

        assertThat(feed.bars(from(euro), CLOSED_BY).get(euro))
                .isInstanceOfSatisfying(FeedAnswer.Refused.class, refused -> assertThat(refused.reason())
                        .startsWith("the answer cannot be read: "));
    }

    @ParameterizedTest
    @CsvSource({"EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE", "CONNECTION_RESET_BY_PEER"})
    void aConnectionThatBreaksIsAPassingFailure(Fault fault) {
        api.answers(aResponse().withFault(fault));

        assertThat(failure(euro)).hasMessageStartingWith("Twelve Data did not answer: ");
    }

    @Test
    void anAnswerThatDripsIsGivenUp() {
        api.answers(
                aResponse().withBody(series(row("2026-03-04 10:00:00", "1.1"))).withChunkedDribbleDelay(10, 60_000));

        FeedAdapter impatient = api.impatient(clock).adapter("fx", settings(Timeframe.M5), List.of(euro));
        assertThat(catchThrowableOfType(FeedException.class, () -> impatient.bars(from(euro), CLOSED_BY)))
                .hasMessage("Twelve Data did not answer within 200 ms");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {" ", "two\nlines"})
    void withoutAKeyNobodyIsAsked(@Nullable String key) {
        FeedAdapter keyless = api.feeds(key, 8, clock).adapter("fx", settings(Timeframe.M5), List.of(euro));

        FeedException failure = catchThrowableOfType(FeedException.class, () -> keyless.bars(from(euro), CLOSED_BY));

        assertThat(failure).hasMessageStartingWith("suite.brain.twelve-data.api-key ");
        assertThat(failure.getMessage()).doesNotContain("lines");
        assertThat(failure.isLasting()).isTrue();
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void theKeyIsInNoText() {
        assertThat(new TwelveDataSettings(TwelveDataApi.KEY, URI.create("http://localhost"), 8, Duration.ofSeconds(1))
                        .toString())
                .doesNotContain(TwelveDataApi.KEY)
                .contains("apiKey=set");
    }

    @Test
    void moreSymbolsThanCreditsAreSpreadOverMinutes() {
        FeedAdapter poor = feed(2, Timeframe.M5);
        api.answers("{\"EUR/USD\": {\"values\": []}, \"XAU/USD\": {\"values\": []}, \"AAPL\": {\"values\": []}}");

        assertThat(poor.bars(from(euro, gold, apple), CLOSED_BY)).containsOnlyKeys(euro, gold);
        assertThat(poor.bars(from(apple), CLOSED_BY)).isEmpty();
        clock.advance(Duration.ofSeconds(59));
        assertThat(poor.bars(from(apple), CLOSED_BY)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(poor.bars(from(apple), CLOSED_BY)).containsOnlyKeys(apple);
        assertThat(api.asked()).hasSize(2);
    }

    @Test
    void twoInstancesShareTheCreditsOfTheMinute() {
        MinuteCredits account = new CreditsInMemory(clock);
        FeedAdapter one = feed(3, account);
        FeedAdapter other = feed(3, account);
        api.answers("{\"EUR/USD\": {\"values\": []}, \"XAU/USD\": {\"values\": []}, \"values\": []}");

        assertThat(one.bars(from(euro, gold), CLOSED_BY)).containsOnlyKeys(euro, gold);
        assertThat(other.bars(from(euro, gold), CLOSED_BY)).containsOnlyKeys(euro);
        assertThat(one.bars(from(apple), CLOSED_BY)).isEmpty();
        clock.advance(Duration.ofSeconds(60));
        assertThat(one.bars(from(apple), CLOSED_BY)).containsOnlyKeys(apple);
        assertThat(api.asked()).hasSize(3);
    }

    @Test
    void nobodyIsAskedWhileTheCreditsCannotBeTold() {
        FeedAdapter blind = feed(8, (_, _, _) -> {
            throw new IllegalStateException("no database");
        });

        assertThatThrownBy(() -> blind.bars(from(euro), CLOSED_BY)).isInstanceOf(IllegalStateException.class);
        assertThat(api.asked()).isEmpty();
    }

    @Test
    void whoWaitsLongestIsAskedForFirst() {
        FeedAdapter poor = feed(1, Timeframe.M5);
        api.answers("{\"values\": []}");
        Map<Instrument, Instant> from = new LinkedHashMap<>();
        from.put(euro, FROM);
        from.put(gold, FROM.minus(Duration.ofHours(1)));

        assertThat(poor.bars(from, CLOSED_BY)).containsOnlyKeys(gold);
    }

    @Test
    void historyComesInPagesAfterTheBarsOfNow() {
        api.answers("{\"values\": []}");
        Map<Instrument, Instant> from = new LinkedHashMap<>();
        Instant longAgo = CLOSED_BY.minus(Duration.ofDays(30));
        from.put(euro, longAgo);
        from.put(gold, FROM);

        assertThat(feed.bars(from, CLOSED_BY)).containsOnlyKeys(gold);
        // 4,999 bars of five minutes are 17 days, 8 hours and 35 minutes.
        Instant end = longAgo.plus(Duration.ofMinutes(4_999 * 5));
        assertThat(feed.bars(Map.of(euro, longAgo), CLOSED_BY).get(euro))
                .isEqualTo(new FeedAnswer.Bars(List.of(), Optional.of(end.minus(Duration.ofMinutes(5)))));
        assertThat(api.parameter("start_date")).isEqualTo("2026-02-02 10:05:00");
        assertThat(api.parameter("end_date")).isEqualTo("2026-02-19 18:40:00");
        assertThat(api.parameter("outputsize")).isEqualTo("5000");
    }

    @ParameterizedTest
    @CsvSource({"M1, 1min", "M5, 5min", "M15, 15min", "M30, 30min", "H1, 1h", "H4, 4h", "D1, 1day"})
    void everyTimeframeHasItsName(Timeframe timeframe, String interval) {
        api.answers("{\"values\": [{\"datetime\": \"2026-03-01\", \"open\": \"1.1\", \"high\": \"1.1\","
                + " \"low\": \"1.1\", \"close\": \"1.1\"}]}");

        Map<Instrument, FeedAnswer> answers =
                feed(8, timeframe).bars(Map.of(euro, Instant.parse("2026-03-01T00:00:00Z")), CLOSED_BY);

        assertThat(bars(answers, euro))
                .extracting(Candle::openTime)
                .containsExactly(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(api.parameter("interval")).isEqualTo(interval);
    }

    private FeedException failure(Instrument... instruments) {
        return catchThrowableOfType(FeedException.class, () -> feed.bars(from(instruments), CLOSED_BY));
    }

    private FeedAdapter feed(int credits, Timeframe timeframe) {
        return api.feeds(TwelveDataApi.KEY, credits, clock)
                .adapter("fx", settings(timeframe), List.of(euro, gold, apple));
    }

    private FeedAdapter feed(int creditsPerMinute, MinuteCredits credits) {
        return api.feeds(TwelveDataApi.KEY, creditsPerMinute, credits)
                .adapter("fx", settings(Timeframe.M5), List.of(euro, gold, apple));
    }

    private static FeedSettings.Feed settings(Timeframe timeframe) {
        return new FeedSettings.Feed("twelve-data", true, List.of("EURUSD"), timeframe, 30, 42, null, ZoneOffset.UTC);
    }

    private static Map<Instrument, Instant> from(Instrument... instruments) {
        Map<Instrument, Instant> from = new LinkedHashMap<>();
        for (Instrument instrument : instruments) {
            from.put(instrument, FROM);
        }
        return from;
    }

    private static List<Candle> bars(Map<Instrument, FeedAnswer> answers, Instrument instrument) {
        assertThat(answers.get(instrument)).isInstanceOf(FeedAnswer.Bars.class);
        return answers.get(instrument) instanceof FeedAnswer.Bars bars ? bars.bars() : List.of();
    }

    private static String series(String... rows) {
        return "{\"meta\": {\"symbol\": \"EUR/USD\"}, \"status\": \"ok\", \"values\": [" + String.join(",", rows)
                + "]}";
    }

    private static String row(String time, String price) {
        return "{\"datetime\": \"%s\", \"open\": \"%2$s\", \"high\": \"%2$s\", \"low\": \"%2$s\", \"close\": \"%2$s\"}"
                .formatted(time, price);
    }

    private static Candle bar(
            String time, String open, String high, String low, String close, @Nullable String volume) {
        return new Candle(
                Instant.parse("2026-03-04T" + time + ":00Z"),
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                volume == null ? null : new BigDecimal(volume));
    }

    private static Instrument instrument(String symbol) {
        return InstrumentCatalog.shipped().find(symbol).orElseThrow();
    }
}
