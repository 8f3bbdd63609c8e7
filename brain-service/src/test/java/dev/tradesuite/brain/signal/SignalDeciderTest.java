package dev.tradesuite.brain.signal;

import static dev.tradesuite.brain.TestCandles.flat;
import static dev.tradesuite.brain.TestCandles.moving;
import static dev.tradesuite.brain.TestCandles.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.brain.advisor.Objections;
import dev.tradesuite.brain.advisor.OpinionBoard;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.AnalysisCache;
import dev.tradesuite.brain.indicator.CandleAnalyst;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.brain.SignalSource;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalDeciderTest {

    private final OpinionBoard board = new OpinionBoard();
    private final FixedClock clock = FixedClock.at("2026-03-02T12:00:00Z");

    /** RSI 25 buys with 0.625 and MACD above its signal line with 0.5, both at weight 1: 1.125 / 2 = 0.5625. */
    @Test
    void aCallersReadingsAreEnoughToBuy() {
        Signal signal = decideOn(
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
        Signal rise = decideOn(none(), question(moving(60, 1.08, 0.0001), Readings.NONE));
        assertThat(rise.action()).isEqualTo(SignalAction.BUY);
        assertThat(rise.score()).isEqualTo(0.5);
        assertThat(rise.source()).isEqualTo(SignalSource.REQUEST_CANDLES);
        assertThat(rise.candleCount()).isEqualTo(60);
        Signal fall = decideOn(none(), question(moving(60, 1.08, -0.0001), Readings.NONE));
        assertThat(fall.action()).isEqualTo(SignalAction.SELL);
        assertThat(fall.score()).isEqualTo(-0.5);
    }

    @Test
    void theScoreFollowsFromTheVotesThatAreListed() {
        Signal signal = decideOn(walk(3, 400), stored(lastCloseOf(walk(3, 400))));
        assertThat(Score.of(signal.votes()).getAsDouble()).isEqualTo(signal.score());
        assertThat(signal.votes())
                .extracting(Vote::source)
                .containsExactly("rsi", "macd", "ema_trend", "bollinger", "adx", "fibonacci");
    }

    @Test
    void aReadingOfTheCallerReplacesTheComputedOneOfItsName() {
        CandleSeries rise = moving(60, 1.08, 0.0001);
        Signal signal = decideOn(none(), question(rise, readings(Map.of(Indicator.ADX, 10.0))));
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
        Signal signal = decideOn(stored, question(moving(60, 1.08, 0.0001), Readings.NONE));
        assertThat(signal.action()).isEqualTo(SignalAction.BUY);
        Signal onReadings = decideOn(stored, question(none(), readings(Map.of(Indicator.RSI, 20.0))));
        assertThat(onReadings.source()).isEqualTo(SignalSource.REQUEST_INDICATORS);
        assertThat(onReadings.readings()).isEqualTo(readings(Map.of(Indicator.RSI, 20.0)));
    }

    @Test
    void onlyTheNewestCandlesAreReadHoweverManyAreSent() {
        CandleSeries many = walk(4, 900);
        Signal all = decideOn(none(), question(many, Readings.NONE));
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
        Signal signal = decideOn(none(), question(none(), readings(Map.of(Indicator.ATR, 0.001))));
        assertHolds(signal, SignalReason.NO_DATA, SignalSource.REQUEST_INDICATORS);
        assertThat(signal.votes()).allSatisfy(vote -> assertThat(vote.weight()).isZero());
    }

    @Test
    void holdsOnTooFewCandlesUnlessReadingsStandIn() {
        assertHolds(
                decideOn(none(), question(moving(33, 1.08, 0.0001), Readings.NONE)),
                SignalReason.NOT_ENOUGH_CANDLES,
                SignalSource.REQUEST_CANDLES);
        Signal onReadings = decideOn(none(), question(moving(33, 1.08, 0.0001), readings(Map.of(Indicator.RSI, 20.0))));
        assertThat(onReadings.source()).isEqualTo(SignalSource.REQUEST_INDICATORS);
        assertThat(onReadings.action()).isEqualTo(SignalAction.BUY);
        assertThat(decideOn(none(), question(moving(34, 1.08, 0.0001), Readings.NONE))
                        .votes())
                .isNotEmpty();
    }

    @Test
    void holdsOnAFlatMarketWithoutAnyFigureThatIsNone() {
        Signal signal = decideOn(none(), question(flat(100, 1.1), Readings.NONE));
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
    void theCallersOwnCandlesMayBeOfAnyAge() {
        clock.set(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(decideOn(none(), question(moving(60, 1.08, 0.0001), Readings.NONE))
                        .action())
                .isEqualTo(SignalAction.BUY);
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
        Signal live = decideOn(candles, stored());
        clock.advance(Duration.ofDays(3));
        Signal replayed = decideOn(candles, stored(live.asOf()));
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
                decider(none(), TestSettings.withWeights(1, 1, 1, 1, 1, 1))
                        .decide(question(candles, Readings.NONE))
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
            Signal withFuture = decideOn(all, stored(asOf));
            Signal withoutFuture = decideOn(all.closedBy(asOf), stored(asOf));
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
        Signal signal = decideOn(candles, stored());
        assertThat(signal.action()).isEqualTo(SignalAction.HOLD);
        assertThat(signal.score()).isEqualTo(0.5);
        assertThat(signal.reasons())
                .extracting(Because::reason)
                .containsExactly(SignalReason.SCORE_ABOVE_BUY_THRESHOLD, SignalReason.ADVISOR_VETO);
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
        Signal signal = decideOn(candles, stored());
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
        Signal signal = decideOn(none(), priced(moving(60, 1.08, 0.0001), 150));
        assertThat(signal.votes())
                .filteredOn(vote -> vote.source().equals("bollinger"))
                .allSatisfy(vote -> assertThat(vote.reason()).startsWith("Abstains"));
    }

    private void assertHolds(Signal signal, SignalReason reason, SignalSource source) {
        assertThat(signal.action()).isEqualTo(SignalAction.HOLD);
        assertThat(signal.reasons()).extracting(Because::reason).containsExactly(reason);
        assertThat(signal.source()).isEqualTo(source);
    }

    private Signal decideOn(CandleSeries stored, SignalQuestion question) {
        return decider(stored, TestSettings.DEFAULTS).decide(question);
    }

    private SignalDecider decider(CandleSeries stored, SignalSettings settings) {
        CandleAnalyst analyst = new CandleAnalyst(settings.fibonacci(), settings.maxFlatShare());
        return new SignalDecider(settings, CandleSource.of(stored), new AnalysisCache(analyst, 8), board, clock);
    }

    private static SignalQuestion stored() {
        return SignalQuestion.onStoredCandles("EURUSD", Timeframe.M5, Optional.empty());
    }

    private static SignalQuestion stored(Instant asOf) {
        return SignalQuestion.onStoredCandles("EURUSD", Timeframe.M5, Optional.of(asOf));
    }

    private static SignalQuestion question(CandleSeries candles, Readings readings) {
        return new SignalQuestion("EURUSD", Timeframe.M5, OptionalDouble.empty(), Optional.empty(), candles, readings);
    }

    private static SignalQuestion priced(CandleSeries candles, double price) {
        return new SignalQuestion(
                "EURUSD", Timeframe.M5, OptionalDouble.of(price), Optional.empty(), candles, Readings.NONE);
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
