package dev.tradesuite.brain.model.votes;

import static dev.tradesuite.brain.TestCandles.flat;
import static dev.tradesuite.brain.TestCandles.moving;
import static dev.tradesuite.brain.TestCandles.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.brain.model.ModelInput;
import dev.tradesuite.brain.model.ModelSignal;
import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.brain.model.Vote;
import dev.tradesuite.brain.model.bar.Views;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.market.Timeframe;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VotesModelTest {

    private final VotesModel model = TestVotes.model();

    @Test
    void itsVersionIsThatOfTheRulesAndTheSettingsAndNoProxy() {
        ModelVersion version = model.version(Views.EURUSD);
        assertThat(version.model()).isEqualTo("votes");
        assertThat(version.version()).matches("1-[0-9a-f]{8}");
        assertThat(version.proxy()).isFalse();
        assertThat(TestVotes.model().version(Views.EURUSD)).isEqualTo(version);
        assertThat(TestVotes.model("min-adx=20").version(Views.EURUSD)).isNotEqualTo(version);
    }

    /** The averages (1.5) and the ADX (1.5) buy on a straight rise, RSI, MACD and Bollinger hold: 3 / 6. */
    @Test
    void aClearTrendReachesTheThresholdOfItsSide() {
        assertThat(model.signalOn(on(moving(60, 1.08, 0.0001))))
                .isInstanceOfSatisfying(ModelSignal.Decided.class, rise -> {
                    assertThat(rise.action()).isEqualTo(SignalAction.BUY);
                    assertThat(rise.score()).isEqualTo(0.5);
                    assertThat(rise.confidence()).isEqualTo(0.5);
                    assertThat(rise.reason().code()).isEqualTo("SCORE_ABOVE_BUY_THRESHOLD");
                    assertThat(rise.version()).isEqualTo(model.version(Views.EURUSD));
                });
        assertThat(TestVotes.model("buy-threshold=0.51").signalOn(on(moving(60, 1.08, 0.0001))))
                .isInstanceOfSatisfying(ModelSignal.Decided.class, rise -> assertThat(rise.action())
                        .isEqualTo(SignalAction.HOLD));
    }

    @Test
    void theSameCandlesGiveTheSameSignal() {
        CandleSeries candles = walk(5, 300);
        assertThat(TestVotes.model().signalOn(on(candles))).isEqualTo(model.signalOn(on(candles)));
        assertThat(model.signalOn(on(candles))).isEqualTo(model.signalOn(on(candles)));
    }

    @Test
    void abstainsOnTooFewCandlesAndOnAFlatMarket() {
        assertThat(model.signalOn(on(moving(33, 1.08, 0.0001))))
                .isInstanceOfSatisfying(ModelSignal.Abstained.class, abstained -> {
                    assertThat(abstained.reason().code()).isEqualTo("NOT_ENOUGH_CANDLES");
                    assertThat(abstained.version()).isEqualTo(model.version(Views.EURUSD));
                });
        assertThat(model.signalOn(on(flat(60, 1.1))))
                .isInstanceOfSatisfying(
                        ModelSignal.Abstained.class,
                        abstained -> assertThat(abstained.reason().code()).isEqualTo("FLAT_MARKET"));
    }

    @Test
    void abstainsWhenNoSourceHasWhatItNeedsAndListsThem() {
        Readings range = new Readings.Builder().set(Indicator.ATR, 0.001).build();
        assertThat(model.signalOn(ModelInput.withoutCandles(none(), range, List.of(), OptionalDouble.empty())))
                .isInstanceOfSatisfying(ModelSignal.Abstained.class, abstained -> {
                    assertThat(abstained.reason().code()).isEqualTo("NO_DATA");
                    assertThat(abstained.votes())
                            .hasSize(6)
                            .extracting(Vote::weight)
                            .containsOnly(0.0);
                });
    }

    @Test
    void aPriceFarFromTheLastCloseIsNotComparedAlsoWhenTheCandlesAreTooFewToRead() {
        Readings readings = new Readings.Builder()
                .set(Indicator.ATR, 0.001)
                .set(Indicator.BOLLINGER_UPPER, 1.09)
                .set(Indicator.BOLLINGER_LOWER, 1.07)
                .build();
        ModelSignal signal = model.signalOn(
                ModelInput.withoutCandles(moving(3, 1.08, 0.0001), readings, List.of(), OptionalDouble.of(1.2)));
        assertThat(signal.votes())
                .filteredOn(vote -> vote.source().equals("bollinger"))
                .singleElement()
                .satisfies(
                        vote -> assertThat(vote.reason()).startsWith("Abstains").contains("from the last close"));
    }

    private static ModelInput on(CandleSeries candles) {
        return ModelInput.of(candles, Readings.NONE, List.of(), OptionalDouble.empty());
    }

    private static CandleSeries none() {
        return CandleSeries.empty("EURUSD", Timeframe.M5);
    }
}
