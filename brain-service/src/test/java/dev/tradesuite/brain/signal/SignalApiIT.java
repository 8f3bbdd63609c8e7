package dev.tradesuite.brain.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.brain.AddCandlesRequest;
import dev.tradesuite.contracts.brain.BrainSignal;
import dev.tradesuite.contracts.brain.DecideRequest;
import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.brain.ReplayReport;
import dev.tradesuite.contracts.brain.ReplayRequest;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.brain.Vote;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.Candles;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The decision as a caller meets it. Every test has a symbol of its own, because the store is shared. */
@SuiteIntegrationTest
class SignalApiIT {

    private static final String DECIDE = "/api/v1/brain/decide";
    private static final String REPLAY = "/api/v1/brain/replay";
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

    @Autowired
    SuiteClient client;

    @Autowired
    Clock clock;

    @Test
    void aPlainCallerWithReadingsGetsABuy() {
        Answer answer = trader().post(
                        DECIDE,
                        """
                {"symbol": "EURGBP", "current_price": 0.8432,
                 "indicators": {"rsi": 25, "macd": 0.001, "macd_signal": 0.0005}}""");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode signal = answer.json();
        assertThat(signal.path("signal").asString()).isEqualTo("BUY");
        assertThat(signal.path("score").asDouble()).isEqualTo(0.5625);
        assertThat(signal.path("source").asString()).isEqualTo("request_indicators");
        assertThat(signal.path("label").asString()).isEqualTo("PAPER");
        assertThat(signal.path("model").path("name").asString()).isEqualTo("votes");
        assertThat(signal.path("model").path("proxy").asBoolean()).isFalse();
        assertThat(signal.path("readings").path("rsi").asDouble()).isEqualTo(25);
        assertThat(signal.path("readings").has("adx")).isFalse();
        assertThat(signal.path("input_hash").asString()).matches("[0-9a-f]{64}");
        assertThat(answer.text()).contains("\"macd_signal\":0.0005");
    }

    @Test
    void aCallersCandlesInATrendAreASellWhateverIsStored() {
        store("EURAUD", Candles.moving(Timeframe.M5, endingNow(100), 100, "1.62", "0.0002"));
        BrainSignal signal = decide(new DecideRequest(
                "euraud",
                null,
                null,
                null,
                Candles.moving(Timeframe.M5, endingNow(80), 80, "1.62", "-0.0002"),
                null,
                null));
        assertThat(signal.symbol()).isEqualTo("EURAUD");
        assertThat(signal.timeframe()).isEqualTo(Timeframe.M5);
        assertThat(signal.signal()).isEqualTo(SignalAction.SELL);
        assertThat(signal.source()).isEqualTo(SignalSource.REQUEST_CANDLES);
        assertThat(signal.candleCount()).isEqualTo(80);
        assertThat(signal.reasons()).extracting(Reason::code).containsExactly("SCORE_BELOW_SELL_THRESHOLD");
        assertThat(signal.votes())
                .extracting(Vote::source)
                .containsExactly("rsi", "macd", "ema_trend", "bollinger", "adx", "fibonacci");
    }

    @Test
    void storedCandlesDecideWhenNothingIsSent() {
        Instant start = endingNow(100);
        store("EURCAD", Candles.moving(Timeframe.M5, start, 100, "1.48", "0.0002"));
        BrainSignal signal = decide(new DecideRequest("EURCAD", null, null, null, null, null, null));
        assertThat(signal.signal()).isEqualTo(SignalAction.BUY);
        assertThat(signal.source()).isEqualTo(SignalSource.STORED_CANDLES);
        assertThat(signal.candleCount()).isEqualTo(100);
        assertThat(signal.lastCandleOpenTime()).isEqualTo(start.plus(Duration.ofMinutes(5 * 99)));
        assertThat(signal.label()).isEqualTo(RunLabel.PAPER);
    }

    @Test
    void aNewCandleIsSeenByTheNextDecision() {
        Instant start = endingNow(101);
        List<Candle> candles = Candles.moving(Timeframe.M5, start, 101, "1.95", "0.0002");
        store("EURNZD", candles.subList(0, 100));
        DecideRequest question = new DecideRequest("EURNZD", null, null, null, null, null, null);
        assertThat(decide(question).lastCandleOpenTime())
                .isEqualTo(candles.get(99).openTime());
        store("EURNZD", candles.subList(100, 101));
        assertThat(decide(question).lastCandleOpenTime())
                .isEqualTo(candles.get(100).openTime());
    }

    @Test
    void withoutDataTheAnswerIsHoldAndSaysSo() {
        assertHolds(decide(new DecideRequest("AUDCAD", Timeframe.H4, null, null, null, null, null)), "NO_DATA");
    }

    @Test
    void staleCandlesAreHoldNowAndDecideTheirOwnTime() {
        store("AUDCHF", Candles.moving(Timeframe.M5, MONDAY, 100, "0.58", "0.0002"));
        Instant lastClose = MONDAY.plus(Duration.ofMinutes(500));
        assertHolds(decide(new DecideRequest("AUDCHF", null, null, null, null, null, null)), "DATA_STALE");
        BrainSignal then = decide(new DecideRequest("AUDCHF", null, null, lastClose, null, null, null));
        assertThat(then.signal()).isEqualTo(SignalAction.BUY);
        assertThat(then.label()).isEqualTo(RunLabel.BACKTEST);
        assertThat(then.asOf()).isEqualTo(lastClose);
        assertHolds(
                decide(new DecideRequest("AUDCHF", null, null, MONDAY.plus(Duration.ofMinutes(50)), null, null, null)),
                "NOT_ENOUGH_CANDLES");
    }

    @Test
    void candlesStoredLaterNeverChangeADecisionOnThePast() {
        List<Candle> all = Candles.walk(Timeframe.M5, MONDAY, 400, "0.91", "0.0003", 4);
        store("AUDNZD", all.subList(0, 300));
        List<BrainSignal> before = decisions("AUDNZD", 200, 300);
        store("AUDNZD", all.subList(300, 400));
        assertThat(decisions("AUDNZD", 200, 300)).isEqualTo(before);
    }

    @Test
    void aCandleCorrectedInTheStoreIsSeenAlthoughTheLastOneIsTheSame() {
        List<Candle> candles = Candles.walk(Timeframe.M5, MONDAY, 100, "0.67", "0.0003", 5);
        store("CADCHF", candles);
        DecideRequest question =
                new DecideRequest("CADCHF", null, null, MONDAY.plus(Duration.ofMinutes(500)), null, null, null);
        BrainSignal before = decide(question);
        Candle wrong = candles.get(90);
        BigDecimal spike = wrong.high().add(new BigDecimal("0.01"));
        store(
                "CADCHF",
                List.of(new Candle(wrong.openTime(), wrong.open(), spike, wrong.low(), wrong.close(), wrong.volume())));
        BrainSignal after = decide(question);
        assertThat(after.lastCandleOpenTime()).isEqualTo(before.lastCandleOpenTime());
        assertThat(after.readings().atr()).isGreaterThan(before.readings().atr());
        assertThat(after.inputHash()).isNotEqualTo(before.inputHash());
    }

    @Test
    void aReplayDecidesEveryCandleAsTheCallsDo() {
        store("GBPAUD", Candles.walk(Timeframe.M5, MONDAY, 300, "1.93", "0.0006", 6));
        Answer answer = trader().post(
                        REPLAY,
                        new ReplayRequest(
                                "GBPAUD",
                                null,
                                MONDAY.plus(Duration.ofMinutes(5 * 100)),
                                MONDAY.plus(Duration.ofMinutes(5 * 250)),
                                true,
                                null));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        ReplayReport report = answer.as(ReplayReport.class);
        assertThat(report.decisions()).isEqualTo(150);
        assertThat(report.label()).isEqualTo(RunLabel.BACKTEST);
        assertThat(report.signals().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(150);
        assertThat(report.p50Micros()).isPositive();
        List<Tuple> asked = decisions("GBPAUD", 100, 250).stream()
                .map(signal -> tuple(signal.asOf(), signal.signal(), signal.score(), signal.inputHash()))
                .toList();
        assertThat(report.list())
                .extracting(
                        ReplayReport.Decision::asOf,
                        ReplayReport.Decision::signal,
                        ReplayReport.Decision::score,
                        ReplayReport.Decision::inputHash)
                .containsExactlyElementsOf(asked);
    }

    @Test
    void aReplayOverAStretchWithoutCandlesIsEmpty() {
        ReplayReport report = trader().post(
                        REPLAY,
                        new ReplayRequest("GBPCHF", Timeframe.H4, MONDAY, MONDAY.plusSeconds(86_400), null, null))
                .as(ReplayReport.class);
        assertThat(report.decisions()).isZero();
        assertThat(report.p50Micros()).isNull();
        assertThat(report.list()).isNull();
    }

    @Test
    void everyFaultyCandleIsNamedWithItsField() {
        Answer answer = trader().post(
                        DECIDE,
                        """
                {"symbol": "EURUSD", "timeframe": "M5", "candles": [
                 {"open_time": "2026-01-05T10:00:00Z", "open": 1.1, "high": 1.2, "low": 1.0, "close": 1.15},
                 {"open_time": "2026-01-05T10:05:00Z", "open": 1.1, "high": 1.0, "low": 1.0, "close": 1.15},
                 {"open_time": "2026-01-05T10:10:00Z", "open": 1.1, "high": 1.2, "low": 1.12, "close": 1.15},
                 {"open_time": "2026-01-05T10:10:00Z", "open": 1.1, "high": 1.2, "low": 1.0, "close": 1.15},
                 {"open_time": "2026-01-05T10:00:00Z", "open": 1.1, "high": 1.2, "low": 1.0, "close": 1.15},
                 {"open_time": "2026-01-05T10:16:00Z", "open": 1.1, "high": 1.2, "low": 1.0, "close": 1.15},
                 {"open_time": "2026-01-05T10:20:00Z", "open": -1, "high": 1.2, "low": 1.0},
                 {"open_time": "2099-01-05T10:20:00Z", "open": 1.1, "high": 1.2, "low": 1.0, "close": 1.15}]}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("VALIDATION_FAILED");
        assertThat(faults(answer))
                .contains(
                        tuple("candles[1].high", "RANGE_BROKEN"),
                        tuple("candles[2].low", "RANGE_BROKEN"),
                        tuple("candles[3].open_time", "OVERLAPPING"),
                        tuple("candles[5].open_time", "OFF_GRID"),
                        tuple("candles[6].open", "OUT_OF_RANGE"),
                        tuple("candles[6].close", "REQUIRED"),
                        tuple("candles[7].open_time", "IN_FUTURE"));
        assertThat(faultyFields(answer)).noneMatch(field -> field.startsWith("candles[0]"));
    }

    @Test
    void aCandleThatHadNotOpenedByTheMomentAskedForIsRefused() {
        List<Candle> candles = Candles.moving(Timeframe.M5, MONDAY, 40, "1.1", "0.0001");
        Instant before = MONDAY.plus(Duration.ofMinutes(5 * 39)).minusMillis(1);
        DecideRequest question = new DecideRequest("EURUSD", null, null, before, candles, null, null);
        assertThat(faults(trader().post(DECIDE, question))).contains(tuple("candles[39].open_time", "IN_FUTURE"));
    }

    @Test
    void theCandleThatIsStillFormingIsLeftOutAndTheAnswerSaysSo() {
        List<Candle> candles = Candles.moving(Timeframe.M5, MONDAY, 40, "1.1", "0.0001");
        Instant lastOpens = MONDAY.plus(Duration.ofMinutes(5 * 39));
        BrainSignal signal = decide(new DecideRequest("EURUSD", null, null, lastOpens, candles, null, null));
        assertThat(signal.candleCount()).isEqualTo(39);
        assertThat(signal.warnings()).extracting(Reason::code).containsExactly("CANDLE_STILL_FORMING");
    }

    @Test
    void theOrderOfTheCandlesDoesNotMatter() {
        List<Candle> candles = Candles.moving(Timeframe.M5, MONDAY, 40, "1.1", "0.0001");
        Instant then = MONDAY.plus(Duration.ofMinutes(5 * 40));
        assertThat(decide(new DecideRequest("EURUSD", null, null, then, candles.reversed(), null, null)))
                .isEqualTo(decide(new DecideRequest("EURUSD", null, null, then, candles, null, null)));
    }

    @Test
    void candlesOfTheCallerThatAreTooOldAreHold() {
        List<Candle> old = Candles.moving(Timeframe.M5, MONDAY, 80, "1.1", "0.0001");
        BrainSignal signal = decide(new DecideRequest("EURUSD", null, null, null, old, adx(30), null));
        assertHolds(signal, "DATA_STALE");
        assertThat(signal.source()).isEqualTo(SignalSource.REQUEST_CANDLES);
    }

    @Test
    void shortNamesOfCandlesAreRead() {
        Answer answer = trader().post(
                        DECIDE,
                        """
                {"symbol": "EURUSD", "timeframe": "M5", "as_of": "2026-01-05T10:20:00Z", "candles": [
                 {"t": "2026-01-05T10:15:00Z", "o": 1.1, "h": 1.2, "l": 1.0, "c": 1.15, "v": 7},
                 {"time": "2026-01-05T10:10:00Z", "open": 1.1, "high": 1.2, "low": 1.0, "close": 1.15},
                 {"timestamp": "2026-01-05T10:05:00Z", "open": 1.1, "high": 1.2, "low": 1.0, "close": 1.15}]}""");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("candle_count").asInt()).isEqualTo(3);
        assertThat(answer.json().path("last_candle_open_time").asString()).isEqualTo("2026-01-05T10:15:00Z");
    }

    /** Two to buy and one to hold, each of weight 1 here: 2 / 3. */
    @Test
    void aListOfIndicatorsVotesAsTheCallers() {
        Answer answer = trader().post(
                        DECIDE,
                        """
                {"symbol": "EURUSD", "indicators": [
                 {"source": "RSI", "signal": "BUY", "value": 28.5}, {"source": "MACD", "signal": "HOLD"},
                 {"source": "news", "signal": "BUY", "value": 1}]}""");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        BrainSignal signal = answer.as(BrainSignal.class);
        assertThat(signal.signal()).isEqualTo(SignalAction.BUY);
        assertThat(signal.score()).isEqualTo(0.666667);
        assertThat(signal.source()).isEqualTo(SignalSource.REQUEST_INDICATORS);
        assertThat(signal.votes())
                .filteredOn(vote -> vote.weight() > 0)
                .extracting(Vote::source, Vote::direction, Vote::reason)
                .containsExactly(
                        tuple("rsi", SignalAction.BUY, "Stated by the caller at 28.5."),
                        tuple("macd", SignalAction.HOLD, "Stated by the caller."),
                        tuple("news", SignalAction.BUY, "Stated by the caller at 1.0."));
        assertThat(faultyFields(trader().post(
                                DECIDE,
                                "{\"symbol\":\"EURUSD\",\"indicators\":[{\"source\":\"rsi\",\"signal\":\"LONG\"}]}")))
                .contains("indicators[0].signal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"symbol":"NOSUCH"}                                     | UNKNOWN_SYMBOL    | symbol
                    {"symbol":" "}                                          | VALIDATION_FAILED | symbol
                    {}                                                      | VALIDATION_FAILED | symbol
                    {"symbol":"EURUSD","current_price":0}                   | VALIDATION_FAILED | current_price
                    {"symbol":"EURUSD","current_price":NaN}                 | VALIDATION_FAILED | current_price
                    {"symbol":"EURUSD","current_price":"1.1"}               | VALIDATION_FAILED | current_price
                    {"symbol":"EURUSD","timeframe":"M7"}                    | VALIDATION_FAILED | timeframe
                    {"symbol":"EURUSD","as_of":"yesterday"}                 | VALIDATION_FAILED | as_of
                    {"symbol":"EURUSD","as_of":"2099-01-01T00:00:00Z"}      | VALIDATION_FAILED | as_of
                    {"symbol":"EURUSD","as_of":"-1000000-01-01T00:00:00Z"}  | VALIDATION_FAILED | as_of
                    {"symbol":"EURUSD","indicators":{"rsi":101}}            | VALIDATION_FAILED | indicators.rsi
                    {"symbol":"EURUSD","indicators":{"macd":Infinity}}      | VALIDATION_FAILED | indicators.macd
                    {"symbol":"EURUSD","indicators":{"atr":-1}}             | VALIDATION_FAILED | indicators.atr
                    {"symbol":"EURUSD","model":"ORACLE"}                    | VALIDATION_FAILED | model
                    {"symbol":"EURUSD","candles":[null]}                    | VALIDATION_FAILED | candles[0]
                    {"symbol":"EURUSD","candles":7}                         | VALIDATION_FAILED | candles""")
    void aFaultyRequestIsRefusedWithItsFieldNamed(String body, String code, String field) {
        Answer answer = trader().post(DECIDE, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly(field);
    }

    @Test
    void anUnknownModelIsRefusedAndTheKnownOnesAreNamed() {
        Answer decided = trader().post(DECIDE, "{\"symbol\":\"EURUSD\",\"model\":\"Votes\"}");
        assertThat(decided.status()).isEqualTo(400);
        assertThat(decided.json().path("errors").path(0).path("message").asString())
                .isEqualTo("expected one of votes, RL_PPO, ML_XGB, ML_LGBM, LLM_CLAUDE, ENSEMBLE");
        Answer replayed = trader().post(
                        REPLAY, new ReplayRequest("EURUSD", null, MONDAY, MONDAY.plusSeconds(300), null, "Votes"));
        assertThat(replayed.status()).isEqualTo(400);
        assertThat(faults(replayed)).containsExactly(tuple("model", "UNKNOWN_VALUE"));
    }

    @Test
    void aModelThatIsNamedDecidesAsTheDefaultDoes() {
        List<Candle> rise = Candles.moving(Timeframe.M5, MONDAY, 80, "1.1", "0.0001");
        Instant then = MONDAY.plus(Duration.ofMinutes(5 * 80));
        BrainSignal named = decide(new DecideRequest("EURUSD", null, null, then, rise, null, "votes"));
        assertThat(named).isEqualTo(decide(new DecideRequest("EURUSD", null, null, then, rise, null, null)));
        assertThat(named.model().proxy()).isFalse();
    }

    @Test
    void severalFaultsAreNamedTogether() {
        Answer answer = trader().post(
                        DECIDE,
                        """
                {"symbol": "NOSUCH", "current_price": -1, "timeframe": "M7", "as_of": "2099-01-01T00:00:00Z",
                 "indicators": {"adx": 200}}""");
        assertThat(faultyFields(answer))
                .containsExactlyInAnyOrder("symbol", "current_price", "timeframe", "as_of", "indicators.adx");
    }

    @Test
    void aFaultyReplayIsRefusedWithItsFieldsNamed() {
        Instant future = Instant.parse("2099-01-05T00:00:00Z");
        assertThat(faultyFields(trader().post(REPLAY, "{\"symbol\":\"EURUSD\"}")))
                .containsExactlyInAnyOrder("from", "to");
        assertThat(faultyFields(trader().post(REPLAY, new ReplayRequest("EURUSD", null, MONDAY, MONDAY, null, null))))
                .containsExactly("to");
        assertThat(faultyFields(trader().post(
                                REPLAY,
                                new ReplayRequest(
                                        "EURUSD", null, MONDAY, MONDAY.plus(Duration.ofDays(70)), null, null))))
                .containsExactly("to");
        assertThat(faultyFields(trader().post(
                                REPLAY,
                                new ReplayRequest("NOSUCH", null, future, future.plusSeconds(300), null, null))))
                .containsExactlyInAnyOrder("symbol", "from");
    }

    @Test
    void aCallWithoutATokenOrScopeIsRefused() {
        DecideRequest question = new DecideRequest("EURUSD", null, null, null, null, null, null);
        assertThat(client.post(DECIDE, question).status()).isEqualTo(401);
        assertThat(client.with("approve").post(DECIDE, question).status()).isEqualTo(403);
        ReplayRequest stretch = new ReplayRequest("EURUSD", null, MONDAY, MONDAY.plusSeconds(300), null, null);
        assertThat(client.post(REPLAY, stretch).status()).isEqualTo(401);
        assertThat(client.with("approve").post(REPLAY, stretch).status()).isEqualTo(403);
    }

    @Test
    void readingsOfTheCallerReplaceComputedOnes() {
        List<Candle> rise = Candles.moving(Timeframe.M5, endingNow(80), 80, "1.1", "0.0001");
        BrainSignal signal = decide(new DecideRequest("EURUSD", null, null, null, rise, adx(10), null));
        assertThat(signal.signal()).isEqualTo(SignalAction.HOLD);
        assertThat(signal.readings().adx()).isEqualTo(10);
        assertThat(signal.readings().emaFast()).isNotNull();
    }

    private SuiteClient trader() {
        return client.with("trade:read");
    }

    private BrainSignal decide(DecideRequest question) {
        Answer answer = trader().post(DECIDE, question);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.as(BrainSignal.class);
    }

    private List<BrainSignal> decisions(String symbol, int from, int to) {
        List<BrainSignal> signals = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Instant close = MONDAY.plus(Duration.ofMinutes(5L * (i + 1)));
            signals.add(decide(new DecideRequest(symbol, null, null, close, null, null, null)));
        }
        return signals;
    }

    private void store(String symbol, List<Candle> candles) {
        Answer answer = client.with("trade:read", "trade:execute")
                .post("/api/v1/candles/" + symbol, new AddCandlesRequest(Timeframe.M5, candles, "test"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** Open time of the first of this many M5 candles of which the last has just closed. */
    private Instant endingNow(int candles) {
        long length = Timeframe.M5.length().toMillis();
        long lastClose = Math.floorDiv(clock.millis(), length) * length;
        return Instant.ofEpochMilli(lastClose - candles * length);
    }

    private static void assertHolds(BrainSignal signal, String reason) {
        assertThat(signal.signal()).isEqualTo(SignalAction.HOLD);
        assertThat(signal.score()).isNull();
        assertThat(signal.confidence()).isNull();
        assertThat(signal.reasons()).extracting(Reason::code).containsExactly(reason);
    }

    private static List<Tuple> faults(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        List<Tuple> faults = new ArrayList<>();
        answer.json()
                .path("errors")
                .forEach(error -> faults.add(
                        tuple(error.path("field").asString(), error.path("code").asString())));
        return faults;
    }

    private static List<String> faultyFields(Answer answer) {
        return faults(answer).stream()
                .map(fault -> fault.toList().getFirst().toString())
                .toList();
    }

    private static IndicatorReadings adx(double adx) {
        return new IndicatorReadings(null, null, null, null, null, null, null, null, null, adx, null, null, null);
    }
}
