package dev.tradesuite.brain.signal;

import static dev.tradesuite.brain.TestCandles.flat;
import static dev.tradesuite.brain.TestCandles.moving;
import static dev.tradesuite.brain.TestCandles.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.brain.advisor.Objections;
import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.FakeModel;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.TradingModel;
import dev.tradesuite.brain.model.Vote;
import dev.tradesuite.brain.model.votes.TestVotes;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalServiceTest {

    private static final SignalSettings SETTINGS = new SignalSettings("votes", Timeframe.M5, 500, 3);

    private final TradingModel votes = TestVotes.model();
    private final OpinionBoard board = new OpinionBoard();
    private final FixedClock clock = FixedClock.at("2026-03-02T12:00:00Z");

    /** RSI 25 buys with 0.625 and MACD above its signal line with 0.5, both at weight 1: 1.125 / 2 = 0.5625. */
    @Test
    void aCallersReadingsAreEnoughToBuy() {
        SignalDecision signal = decideOn(
                none(),
                question(
                        none(),
                        readings(Map.of(Indicator.RSI, 25.0, Indicator.MACD, 0.001, Indicator.MACD_SIGNAL, 0.0005))));
        assertThat(signal.action()).isEqualTo(SignalAction.BUY);
        assertThat(signal.score()).isEqualTo(0.5625);
        assertThat(signal.confidence()).isEqualTo(0.5625);
        assertThat(signal.source()).isEqualTo(SignalSource.REQUEST_INDICATORS);
        assertThat(signal.candleCount()).isZero();
        assertThat(signal.lastCandleOpenTime()).isEmpty();
    }

    /**
     * On a straight rise the averages (1.5 x 1) and the ADX (1.5 x 1) buy; RSI, MACD (its lines meet) and Bollinger
     * hold with weight 1 each; there is no swing. 3 / 6 = 0.5.
     */
    @Test
    void aCallersCandlesInAClearTrendAreEnoughToBuyOrSell() {
        SignalDecision rise = decideOn(none(), question(moving(60, 1.08, 0.0001), Readings.NONE));
        assertThat(rise.action()).isEqualTo(SignalAction.BUY);
        assertThat(rise.score()).isEqualTo(0.5);
        assertThat(rise.source()).isEqualTo(SignalSource.REQUEST_CANDLES);
        assertThat(rise.candleCount()).isEqualTo(60);
        SignalDecision fall = decideOn(none(), question(moving(60, 1.08, -0.0001), Readings.NONE));
        assertThat(fall.action()).isEqualTo(SignalAction.SELL);
        assertThat(fall.score()).isEqualTo(-0.5);
    }

    @Test
    void theScoreFollowsFromTheVotesThatAreListed() {
        SignalDecision signal = decideOn(walk(3, 400), stored(lastCloseOf(walk(3, 400))));
        assertThat(meanOf(signal.votes())).isEqualTo(signal.score());
        assertThat(signal.votes())
                .extracting(Vote::source)
                .containsExactly("rsi", "macd", "ema_trend", "bollinger", "adx", "fibonacci");
    }

    @Test
    void aReadingOfTheCallerReplacesTheComputedOneOfItsName() {
        CandleSeries rise = moving(60, 1.08, 0.0001);
        SignalDecision signal = decideOn(none(), question(rise, readings(Map.of(Indicator.ADX, 10.0))));
        assertThat(signal.readings().get(Indicator.ADX)).hasValue(10);
        assertThat(signal.readings().get(Indicator.PLUS_DI)).isPresent();
        // Without the trend the ADX holds and the RSI of 100 is overbought: (1.5 - 1) / 6.
        assertThat(signal.score()).isEqualTo(0.083333);
        assertThat(signal.action()).isEqualTo(SignalAction.HOLD);
        assertThat(signal.source()).isEqualTo(SignalSource.REQUEST_CANDLES);
    }

    @Test
    void theCallersDataComesBeforeStoredCandles() {
        CandleSeries stored = moving(200, 1.2, -0.0001);
        SignalDecision signal = decideOn(stored, question(moving(60, 1.08, 0.0001), Readings.NONE));
        assertThat(signal.action()).isEqualTo(SignalAction.BUY);
        SignalDecision onReadings = decideOn(stored, question(none(), readings(Map.of(Indicator.RSI, 20.0))));
        assertThat(onReadings.source()).isEqualTo(SignalSource.REQUEST_INDICATORS);
        assertThat(onReadings.readings()).isEqualTo(readings(Map.of(Indicator.RSI, 20.0)));
    }

    @Test
    void onlyTheNewestCandlesAreReadHoweverManyAreSent() {
        CandleSeries many = walk(4, 900);
        SignalDecision all = decideOn(none(), question(many, Readings.NONE));
        assertThat(all.candleCount()).isEqualTo(500);
        assertThat(all.inputHash())
                .isEqualTo(decideOn(none(), question(many.last(500), Readings.NONE))
                        .inputHash());
    }

    @Test
    void holdsWithoutAnyData() {
        assertHolds(decideOn(none(), question(none(), Readings.NONE)), SignalReason.NO_DATA, SignalSource.NONE);
    }

    @Test
    void holdsWhenNoReadingLetsASourceVote() {
        SignalDecision signal = decideOn(none(), question(none(), readings(Map.of(Indicator.ATR, 0.001))));
        assertHolds(signal, SignalReason.NO_DATA, SignalSource.REQUEST_INDICATORS);
        assertThat(signal.votes()).allSatisfy(vote -> assertThat(vote.weight()).isZero());
    }

    @Test
    void holdsOnTooFewCandlesUnlessReadingsStandIn() {
        assertHolds(
                decideOn(none(), question(moving(33, 1.08, 0.0001), Readings.NONE)),
                SignalReason.NOT_ENOUGH_CANDLES,
                SignalSource.REQUEST_CANDLES);
        SignalDecision onReadings =
                decideOn(none(), question(moving(33, 1.08, 0.0001), readings(Map.of(Indicator.RSI, 20.0))));
        assertThat(onReadings.source()).isEqualTo(SignalSource.REQUEST_INDICATORS);
        assertThat(onReadings.action()).isEqualTo(SignalAction.BUY);
        assertThat(decideOn(none(), question(moving(34, 1.08, 0.0001), Readings.NONE))
                        .votes())
                .isNotEmpty();
    }

    @Test
    void holdsOnAFlatMarketWithoutAnyFigureThatIsNone() {
        SignalDecision signal = decideOn(none(), question(flat(100, 1.1), Readings.NONE));
        assertHolds(signal, SignalReason.FLAT_MARKET, SignalSource.REQUEST_CANDLES);
        assertThat(signal.score()).isNull();
        assertThat(signal.confidence()).isNull();
    }

    @Test
    void storedCandlesAreStaleOnceTheNewestClosedMoreThanThreeCandlesAgo() {
        CandleSeries candles = moving(100, 1.08, 0.0001);
        Instant lastClose = lastCloseOf(candles);
        clock.set(lastClose.plus(Duration.ofMinutes(15)));
        assertThat(decideOn(candles, stored()).action()).isEqualTo(SignalAction.BUY);
        clock.advance(Duration.ofMillis(1));
        assertHolds(decideOn(candles, stored()), SignalReason.DATA_STALE, SignalSource.STORED_CANDLES);
        // A past moment is compared with the candles of its time.
        assertThat(decideOn(candles, stored(lastClose)).action()).isEqualTo(SignalAction.BUY);
        assertHolds(
                decideOn(candles, stored(lastClose.plus(Duration.ofHours(1)))),
                SignalReason.DATA_STALE,
                SignalSource.STORED_CANDLES);
    }

    @Test
    void candlesOfTheCallerThatAreTooOldAreHoldAlsoBesideReadings() {
        SignalQuestion question = question(moving(60, 1.08, 0.0001), readings(Map.of(Indicator.RSI, 20.0)));
        assertThat(decideOn(none(), question).action()).isEqualTo(SignalAction.BUY);
        clock.set(Instant.parse("2030-01-01T00:00:00Z"));
        assertHolds(decideOn(none(), question), SignalReason.DATA_STALE, SignalSource.REQUEST_CANDLES);
    }

    @Test
    void aPastMomentIsLabelledBacktestAndThePresentPaper() {
        CandleSeries candles = moving(100, 1.08, 0.0001);
        clock.set(lastCloseOf(candles));
        assertThat(decideOn(candles, stored()).label()).isEqualTo(RunLabel.PAPER);
        assertThat(decideOn(candles, stored(lastCloseOf(candles))).label()).isEqualTo(RunLabel.BACKTEST);
    }

    @Test
    void theSameMomentAskedForAgainHasTheSameHash() {
        CandleSeries candles = walk(5, 300);
        clock.set(lastCloseOf(candles));
        SignalDecision live = decideOn(candles, stored());
        clock.advance(Duration.ofDays(3));
        SignalDecision replayed = decideOn(candles, stored(live.asOf()));
        assertThat(replayed.inputHash()).isEqualTo(live.inputHash());
        assertThat(replayed.score()).isEqualTo(live.score());
        assertThat(replayed.votes()).isEqualTo(live.votes());
    }

    @Test
    void anyOtherInputChangesTheHash() {
        CandleSeries candles = moving(60, 1.08, 0.0001);
        Readings rsi = readings(Map.of(Indicator.RSI, 40.0));
        Set<String> hashes = Set.of(
                decideOn(none(), question(candles, Readings.NONE)).inputHash(),
                decideOn(none(), question(candles.last(59), Readings.NONE)).inputHash(),
                decideOn(none(), question(candles, rsi)).inputHash(),
                decideOn(none(), question(none(), rsi)).inputHash(),
                decideOn(none(), priced(candles, 1.0861)).inputHash(),
                decideOn(none(), question(TestVotes.model("weights.adx=1"), candles, Readings.NONE))
                        .inputHash());
        assertThat(hashes).hasSize(6).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    /** The decision at a candle must be the same whether or not later candles are stored. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void laterCandlesNeverChangeADecision(long seed) {
        CandleSeries all = walk(seed, 620);
        Set<SignalAction> seen = EnumSet.noneOf(SignalAction.class);
        for (int i = 30; i < all.size(); i += 3) {
            Instant asOf = all.closeTime(i);
            SignalDecision withFuture = decideOn(all, stored(asOf));
            SignalDecision withoutFuture = decideOn(all.closedBy(asOf), stored(asOf));
            assertThat(withFuture).isEqualTo(withoutFuture);
            assertThat(withFuture.lastCandleOpenTime()).hasValue(all.openTime(i));
            seen.add(withFuture.action());
        }
        assertThat(seen).containsExactlyInAnyOrder(SignalAction.values());
    }

    @Test
    void aCandleCountsFromItsCloseOnAndNotBefore() {
        CandleSeries candles = moving(100, 1.08, 0.0001);
        Instant lastOpen = candles.openTime(99);
        assertThat(decideOn(candles, stored(lastOpen.plus(Duration.ofMinutes(5)).minusMillis(1)))
                        .lastCandleOpenTime())
                .hasValue(candles.openTime(98));
    }

    @Test
    void aFreshObjectionIsHeardAndListedWithoutWeight() {
        CandleSeries candles = moving(100, 1.08, 0.0001);
        clock.set(lastCloseOf(candles));
        board.pin("EURUSD", Timeframe.M5, objecting(1, clock.instant()));
        SignalDecision signal = decideOn(candles, stored());
        assertThat(signal.action()).isEqualTo(SignalAction.HOLD);
        assertThat(signal.score()).isEqualTo(0.5);
        assertThat(signal.reasons())
                .extracting(Reason::code)
                .containsExactly("SCORE_ABOVE_BUY_THRESHOLD", "ADVISOR_VETO");
        assertThat(signal.votes().getLast()).satisfies(vote -> {
            assertThat(vote.source()).isEqualTo("advisor:test");
            assertThat(vote.weight()).isZero();
        });
    }

    @Test
    void aStaleObjectionAndOneOfAnotherMarketAreIgnored() {
        CandleSeries candles = moving(100, 1.08, 0.0001);
        clock.set(lastCloseOf(candles));
        board.pin("EURUSD", Timeframe.M5, objecting(1, clock.instant().minus(Duration.ofMinutes(15))));
        board.pin("GBPUSD", Timeframe.M5, objecting(1, clock.instant()));
        board.pin("EURUSD", Timeframe.H1, objecting(1, clock.instant()));
        SignalDecision signal = decideOn(candles, stored());
        assertThat(signal.action()).isEqualTo(SignalAction.BUY);
        assertThat(signal.votes()).hasSize(6);
    }

    @Test
    void advisorsWhoKnowThePresentAreNotHeardOnThePast() {
        CandleSeries candles = moving(100, 1.08, 0.0001);
        clock.set(lastCloseOf(candles));
        board.pin("EURUSD", Timeframe.M5, objecting(1, clock.instant()));
        assertThat(decideOn(candles, stored(clock.instant())).action()).isEqualTo(SignalAction.BUY);
    }

    @Test
    void aPriceOfAnotherMarketKeepsPriceRelativeVotesOutOfIt() {
        SignalDecision signal = decideOn(none(), priced(moving(60, 1.08, 0.0001), 150));
        assertThat(signal.votes())
                .filteredOn(vote -> vote.source().equals("bollinger"))
                .allSatisfy(vote -> assertThat(vote.reason()).startsWith("Abstains"));
    }

    @Test
    void theModelOfTheQuestionDecidesAndIsNamed() {
        FakeModel model = new FakeModel("ML_XGB");
        SignalDecision signal = decideOn(none(), question(model, moving(60, 1.08, -0.0001), Readings.NONE));
        assertThat(signal.action()).isEqualTo(SignalAction.BUY);
        assertThat(signal.model()).isEqualTo(new ModelVersion("ML_XGB", "7", true));
        assertThat(signal.confidence()).isEqualTo(0.8);
        assertThat(signal.score()).isNull();
        assertThat(signal.thresholds()).isEmpty();
        assertThat(model.shown())
                .singleElement()
                .satisfies(input -> assertThat(input.candles().size()).isEqualTo(60));
        assertThat(signal.inputHash())
                .isNotEqualTo(decideOn(none(), question(moving(60, 1.08, -0.0001), Readings.NONE))
                        .inputHash());
    }

    @Test
    void aModelIsNotAskedWithoutDataAndIsNamedAllTheSame() {
        FakeModel model = new FakeModel("ML_XGB");
        SignalDecision signal =
                decideOn(none(), SignalQuestion.onStoredCandles(model, "EURUSD", Timeframe.M5, Optional.empty()));
        assertHolds(signal, SignalReason.NO_DATA, SignalSource.NONE);
        assertThat(signal.model().model()).isEqualTo("ML_XGB");
        assertThat(model.shown()).isEmpty();
    }

    @Test
    void anAdvisorLowersAModelWithoutThresholdsToo() {
        CandleSeries candles = moving(100, 1.08, 0.0001);
        clock.set(lastCloseOf(candles));
        board.pin("EURUSD", Timeframe.M5, objecting(0.5, clock.instant()));
        SignalDecision signal = decideOn(
                candles,
                SignalQuestion.onStoredCandles(new FakeModel("ML_XGB"), "EURUSD", Timeframe.M5, Optional.empty()));
        assertThat(signal.action()).isEqualTo(SignalAction.BUY);
        assertThat(signal.confidence()).isEqualTo(0.4);
    }

    private void assertHolds(SignalDecision signal, SignalReason reason, SignalSource source) {
        assertThat(signal.action()).isEqualTo(SignalAction.HOLD);
        assertThat(signal.reasons()).extracting(Reason::code).containsExactly(reason.name());
        assertThat(signal.source()).isEqualTo(source);
    }

    private SignalDecision decideOn(CandleSeries stored, SignalQuestion question) {
        return new SignalService(SETTINGS, CandleSource.of(stored), board, clock).decide(question);
    }

    /** Sum of weight x confidence x side over the sum of the weights. */
    private static double meanOf(List<Vote> votes) {
        double leaning =
                votes.stream().mapToDouble(vote -> vote.weight() * vote.lean()).sum();
        return Math.round(leaning / votes.stream().mapToDouble(Vote::weight).sum() * 1e6) / 1e6;
    }

    private SignalQuestion stored() {
        return SignalQuestion.onStoredCandles(votes, "EURUSD", Timeframe.M5, Optional.empty());
    }

    private SignalQuestion stored(Instant asOf) {
        return SignalQuestion.onStoredCandles(votes, "EURUSD", Timeframe.M5, Optional.of(asOf));
    }

    private SignalQuestion question(CandleSeries candles, Readings readings) {
        return question(votes, candles, readings);
    }

    /** Asked when the last of the candles has closed. */
    private SignalQuestion question(TradingModel model, CandleSeries candles, Readings readings) {
        if (!candles.isEmpty()) {
            clock.set(lastCloseOf(candles));
        }
        return new SignalQuestion(
                model, "EURUSD", Timeframe.M5, OptionalDouble.empty(), Optional.empty(), candles, readings, List.of());
    }

    private SignalQuestion priced(CandleSeries candles, double price) {
        return new SignalQuestion(
                votes,
                "EURUSD",
                Timeframe.M5,
                OptionalDouble.of(price),
                Optional.empty(),
                candles,
                Readings.NONE,
                List.of());
    }

    private static CandleSeries none() {
        return CandleSeries.empty("EURUSD", Timeframe.M5);
    }

    private static Readings readings(Map<Indicator, Double> values) {
        Readings.Builder readings = new Readings.Builder();
        values.forEach(readings::set);
        return readings.build();
    }

    private static Instant lastCloseOf(CandleSeries candles) {
        return candles.closeTime(candles.size() - 1);
    }

    private static AdvisorOpinion objecting(double toBuy, Instant formedAt) {
        return new AdvisorOpinion(
                "test",
                "model",
                formedAt,
                formedAt.plus(Duration.ofMinutes(15)),
                new Objections(toBuy, 0, "for a test"));
    }
}
