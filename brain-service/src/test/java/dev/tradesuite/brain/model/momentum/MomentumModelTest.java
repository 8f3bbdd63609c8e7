package dev.tradesuite.brain.model.momentum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.brain.TestCandles;
import dev.tradesuite.brain.model.bar.BarScore;
import dev.tradesuite.brain.model.bar.BarSignal;
import dev.tradesuite.brain.model.bar.Views;
import dev.tradesuite.brain.model.momentum.MomentumModel.Measure;
import dev.tradesuite.contracts.brain.PositionSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentumModelTest {

    private static final int BARS = 577;
    private static final int LENGTH = 60;

    private final MomentumModel model = new MomentumModel(Measure.NORMALISED);
    private final MomentumModel raw = new MomentumModel(Measure.RAW);

    @ParameterizedTest
    @CsvSource({
        // The last of 60 bars makes a move of this fraction; before it the price goes up and down by turns.
        "0.0201, LONG",
        "0.0199, FLAT",
        "-0.0201, SHORT",
        "-0.0199, FLAT",
        "0.0, FLAT"
    })
    void followsARawMoveBeyondTwoPercent(double move, PositionSignal expected) {
        BarSignal signal = raw.on(Views.ofLast(TestCandles.closing(0.0001, moved(move))));

        assertThat(signal.position()).isEqualTo(expected);
    }

    @Test
    void isAsSureAsTheMoveIsLargeButNeverSurerThanNineTenths() {
        assertThat(decided(raw, 0.03).confidence()).isCloseTo(0.03 / 0.05, within(1e-6));
        assertThat(decided(raw, 0.06).confidence()).isEqualTo(0.9);
        assertThat(decided(raw, 0.01).confidence()).isCloseTo(1 - 0.01 / 0.02, within(1e-6));
        assertThat(decided(raw, 0.01).size()).isZero();
        assertThat(decided(raw, 0.03).score())
                .isEqualTo(BarScore.around(
                        "momentum_60", decided(raw, 0.03).features().getOrDefault("momentum_60", 0.0), 0.02));
        assertThat(decided(raw, 0.03).size()).isEqualTo(decided(raw, 0.03).confidence());
    }

    @Test
    void measuresAMoveInTheMarketsOwnStandardDeviations() {
        double[] closes = moved(0.01);
        double sum = 0;
        double squares = 0;
        for (int i = 1; i < BARS; i++) {
            double change = closes[i] / closes[i - 1] - 1;
            sum += change;
            squares += change * change;
        }
        double deviation = Math.sqrt(squares / 576 - sum / 576 * (sum / 576));
        double expected = 0.02 * (closes[BARS - 1] / closes[BARS - 1 - LENGTH] - 1) / (deviation * Math.sqrt(60));

        assertThat(decided(model, 0.01).features().get("momentum_60")).isCloseTo(expected, within(1e-12));
    }

    @Test
    void doesNotBuyWhatIsOverboughtNorSellWhatIsOversold() {
        BarSignal risen = raw.on(Views.ofLast(TestCandles.moving(BARS, 1.0, 0.001)));
        BarSignal fallen = raw.on(Views.ofLast(TestCandles.moving(BARS, 2.0, -0.001)));

        assertThat(risen.position()).isEqualTo(PositionSignal.FLAT);
        assertThat(fallen.position()).isEqualTo(PositionSignal.FLAT);
        assertThat(((BarSignal.Decided) risen).confidence()).isZero();
        assertThat(((BarSignal.Decided) risen).reasoning()).contains("spent");
    }

    @Test
    void abstainsOnTooFewBarsAndOnAPriceThatDoesNotMove() {
        assertThat(reason(TestCandles.moving(BARS - 1, 1.1, 0.0001))).isEqualTo("NOT_ENOUGH_CANDLES");
        assertThat(reason(TestCandles.flat(BARS, 3_800))).isEqualTo("NO_RANGE");
    }

    @Test
    void barsBeforeItsWindowChangeNothing() {
        BarSignal shorter = model.on(Views.ofLast(TestCandles.walk(3, 2_000).last(BARS)));
        BarSignal longer = model.on(Views.ofLast(TestCandles.walk(3, 2_000)));

        assertThat(longer).isEqualTo(shorter);
    }

    private String reason(dev.tradesuite.brain.candle.CandleSeries candles) {
        return ((BarSignal.Abstained) model.on(Views.ofLast(candles))).reason().code();
    }

    private static BarSignal.Decided decided(MomentumModel model, double move) {
        return (BarSignal.Decided) model.on(Views.ofLast(TestCandles.closing(0.0001, moved(move))));
    }

    /** Up and down by turns around 1, so that nothing is overbought; 60 bars before the last one the move begins. */
    private static double[] moved(double move) {
        double[] closes = new double[BARS];
        for (int i = 0; i < BARS; i++) {
            double base = 1 + (i % 2 == 0 ? 0.02 : 0);
            closes[i] = base;
        }
        closes[BARS - 1] = closes[BARS - 1 - LENGTH] * (1 + move);
        return closes;
    }
}
