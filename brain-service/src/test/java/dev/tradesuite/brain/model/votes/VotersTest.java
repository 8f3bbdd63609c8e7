package dev.tradesuite.brain.model.votes;

import static dev.tradesuite.brain.indicator.Indicator.ADX;
import static dev.tradesuite.brain.indicator.Indicator.ATR;
import static dev.tradesuite.brain.indicator.Indicator.BOLLINGER_LOWER;
import static dev.tradesuite.brain.indicator.Indicator.BOLLINGER_UPPER;
import static dev.tradesuite.brain.indicator.Indicator.EMA_FAST;
import static dev.tradesuite.brain.indicator.Indicator.EMA_SLOW;
import static dev.tradesuite.brain.indicator.Indicator.MACD;
import static dev.tradesuite.brain.indicator.Indicator.MACD_SIGNAL;
import static dev.tradesuite.brain.indicator.Indicator.MINUS_DI;
import static dev.tradesuite.brain.indicator.Indicator.PLUS_DI;
import static dev.tradesuite.brain.indicator.Indicator.RSI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.quant.swing.FibonacciLevel;
import dev.tradesuite.quant.swing.Pivot;
import dev.tradesuite.quant.swing.Retracement;
import dev.tradesuite.quant.swing.Swing;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VotersTest {

    @Nested
    class Rsi {

        private final RsiVoter voter = new RsiVoter(30, 70, 10);

        @ParameterizedTest
        @CsvSource({
            "30, BUY, 0.5",
            // 0.5 + (30 - 25) / 40
            "25, BUY, 0.625",
            "10, BUY, 1",
            "2, BUY, 1",
            "30.1, HOLD, 0",
            "50, HOLD, 0",
            "69.9, HOLD, 0",
            "70, SELL, 0.5",
            "80, SELL, 0.75",
            "95, SELL, 1"
        })
        void fadesExtremesInARange(double rsi, SignalAction direction, double confidence) {
            assertVote(voter.vote(view(Map.of(RSI, rsi), Trend.NONE)), direction, confidence);
            assertVote(voter.vote(view(Map.of(RSI, rsi), Trend.UNKNOWN)), direction, confidence);
        }

        @ParameterizedTest
        @CsvSource({"40, BUY, 0.5", "30, BUY, 0.75", "41, HOLD, 0", "85, HOLD, 0"})
        void buysPullbacksAndNeverSellsStrengthInAnUptrend(double rsi, SignalAction direction, double confidence) {
            assertVote(voter.vote(view(Map.of(RSI, rsi), Trend.UP)), direction, confidence);
        }

        @ParameterizedTest
        @CsvSource({"60, SELL, 0.5", "70, SELL, 0.75", "59, HOLD, 0", "15, HOLD, 0"})
        void sellsRalliesAndNeverBuysWeaknessInADowntrend(double rsi, SignalAction direction, double confidence) {
            assertVote(voter.vote(view(Map.of(RSI, rsi), Trend.DOWN)), direction, confidence);
        }

        @Test
        void abstainsWithoutAReading() {
            assertAbstains(voter.vote(view(Map.of(), Trend.UNKNOWN)));
        }
    }

    @Nested
    class MacdLines {

        private final MacdVoter voter = new MacdVoter(0.25);

        @ParameterizedTest
        @CsvSource({
            // gap 0.0002 = 0.125 ranges of 0.0016; full at 0.25: 0.5
            "0.0010, 0.0008, BUY, 0.5",
            "-0.0010, -0.0008, SELL, 0.5",
            // gap 0.0008 = 0.5 ranges: more than full
            "0.0016, 0.0008, BUY, 1",
            // against the zero line 0.6 of it
            "-0.0008, -0.0010, BUY, 0.3",
            "0.0008, 0.0010, SELL, 0.3",
            // gap 0.00003 is less than a tenth of 0.25 ranges
            "0.00083, 0.0008, HOLD, 0",
            "0.0008, 0.0008, HOLD, 0"
        })
        void followsTheGapInAverageTrueRanges(double macd, double signal, SignalAction direction, double confidence) {
            assertVote(
                    voter.vote(view(Map.of(MACD, macd, MACD_SIGNAL, signal, ATR, 0.0016), Trend.UNKNOWN)),
                    direction,
                    confidence);
        }

        @Test
        void aGapThatCannotBeMeasuredIsWorthHalf() {
            assertVote(
                    voter.vote(view(Map.of(MACD, 0.001, MACD_SIGNAL, 0.0005), Trend.UNKNOWN)), SignalAction.BUY, 0.5);
        }

        @Test
        void abstainsWithoutItsSignalLine() {
            assertAbstains(voter.vote(view(Map.of(MACD, 0.001), Trend.UNKNOWN)));
        }
    }

    @Nested
    class MovingAverages {

        private final EmaTrendVoter voter = new EmaTrendVoter(1);

        @ParameterizedTest
        @CsvSource({
            // gap 0.0008 = half a range of 0.0016
            "1.1008, 1.1000, 1.1010, BUY, 0.5",
            "1.0992, 1.1000, 1.0990, SELL, 0.5",
            "1.1032, 1.1000, 1.1040, BUY, 1",
            // the price has already crossed the slow average
            "1.1008, 1.1000, 1.0999, HOLD, 0",
            "1.0992, 1.1000, 1.1001, HOLD, 0",
            // a gap of a sixteenth of a range is noise
            "1.1001, 1.1000, 1.1010, HOLD, 0"
        })
        void followsTheFastAverageUnlessThePriceHasCrossedTheSlowOne(
                double fast, double slow, double price, SignalAction direction, double confidence) {
            assertVote(
                    voter.vote(view(Map.of(EMA_FAST, fast, EMA_SLOW, slow, ATR, 0.0016), Trend.UNKNOWN, price)),
                    direction,
                    confidence);
        }

        @Test
        void votesWithoutAPriceAndWithoutARange() {
            Ballot ballot = voter.vote(new VotersView(
                    readings(Map.of(EMA_FAST, 1.2, EMA_SLOW, 1.1)),
                    new VotePrice.Unknown("none"),
                    Trend.UNKNOWN,
                    Optional.empty()));
            assertVote(ballot, SignalAction.BUY, 0.5);
        }

        @Test
        void abstainsWithoutBothAverages() {
            assertAbstains(voter.vote(view(Map.of(EMA_FAST, 1.2), Trend.UNKNOWN)));
        }
    }

    @Nested
    class Bands {

        private final BollingerVoter voter = new BollingerVoter();

        @ParameterizedTest
        @CsvSource({
            "1.0950, HOLD, 0",
            "1.0900, BUY, 0.5",
            "1.1000, SELL, 0.5",
            // an eighth of the width beyond the band: 0.5 + 2 / 8
            "1.08875, BUY, 0.75",
            "1.10125, SELL, 0.75",
            "1.0800, BUY, 1",
            "1.1200, SELL, 1"
        })
        void fadesThePriceAtABandInARange(double price, SignalAction direction, double confidence) {
            assertVote(voter.vote(bands(price, Trend.NONE)), direction, confidence);
            assertVote(voter.vote(bands(price, Trend.UNKNOWN)), direction, confidence);
        }

        @ParameterizedTest
        @CsvSource({"UP, 1.1010, BUY, 0.5", "UP, 1.0890, HOLD, 0", "DOWN, 1.0890, SELL, 0.5", "DOWN, 1.1010, HOLD, 0"})
        void walksTheBandInATrend(Trend trend, double price, SignalAction direction, double confidence) {
            assertVote(voter.vote(bands(price, trend)), direction, confidence);
        }

        @Test
        void abstainsWithoutAPriceOfThisMarket() {
            VotePrice far = VotePrice.of(OptionalDouble.of(1.2), OptionalDouble.of(1.1), OptionalDouble.of(0.001), 20);
            Ballot ballot = voter.vote(new VotersView(
                    readings(Map.of(BOLLINGER_LOWER, 1.09, BOLLINGER_UPPER, 1.1)), far, Trend.NONE, Optional.empty()));
            assertAbstains(ballot);
            assertThat(ballot.reason()).contains("100.0 average true ranges");
        }

        @Test
        void abstainsWhenTheBandsHaveNoWidth() {
            assertAbstains(voter.vote(view(Map.of(BOLLINGER_LOWER, 1.1, BOLLINGER_UPPER, 1.1), Trend.UNKNOWN, 1.1)));
        }

        private static VotersView bands(double price, Trend trend) {
            return view(Map.of(BOLLINGER_LOWER, 1.09, BOLLINGER_UPPER, 1.10), trend, price);
        }
    }

    @Nested
    class Directional {

        private final AdxVoter voter = new AdxVoter(25);

        @ParameterizedTest
        @CsvSource({
            "25, 30, 10, BUY, 0.5",
            // 0.5 + (35 - 25) / 50
            "35, 30, 10, BUY, 0.7",
            "35, 10, 30, SELL, 0.7",
            "60, 30, 10, BUY, 1",
            "24.9, 30, 10, HOLD, 0",
            "40, 20, 20, HOLD, 0"
        })
        void followsATrendThatIsStrongEnough(
                double adx, double plus, double minus, SignalAction direction, double confidence) {
            Readings readings = readings(Map.of(ADX, adx, PLUS_DI, plus, MINUS_DI, minus));
            VotersView view =
                    new VotersView(readings, new VotePrice.Known(1), Trend.of(readings, 25), Optional.empty());
            assertVote(voter.vote(view), direction, confidence);
        }

        @Test
        void abstainsWithoutASide() {
            assertAbstains(voter.vote(view(Map.of(ADX, 40.0), Trend.UNKNOWN)));
        }
    }

    @Nested
    class Fibonacci {

        private static final Swing UP = new Swing(new Pivot(0, 100, false), new Pivot(5, 110, true));
        private static final Swing DOWN = new Swing(new Pivot(0, 110, true), new Pivot(5, 100, false));

        private final FibonacciVoter voter = new FibonacciVoter();

        @ParameterizedTest
        @CsvSource({"LEVEL_23_6, 0.5", "LEVEL_38_2, 0.7", "LEVEL_50, 0.8", "LEVEL_61_8, 1", "LEVEL_78_6, 0.6"})
        void followsTheSwingAfterAConfirmedTurn(FibonacciLevel level, double confidence) {
            assertVote(vote(new Retracement.Confirmed(UP, level)), SignalAction.BUY, confidence);
            assertVote(vote(new Retracement.Confirmed(DOWN, level)), SignalAction.SELL, confidence);
        }

        @Test
        void holdsWhileNoTurnIsConfirmed() {
            assertVote(vote(new Retracement.Touched(UP, FibonacciLevel.LEVEL_50)), SignalAction.HOLD, 0);
            assertVote(vote(new Retracement.Expired(UP, FibonacciLevel.LEVEL_50, 9)), SignalAction.HOLD, 0);
            assertVote(vote(new Retracement.BetweenLevels(UP, 0.44)), SignalAction.HOLD, 0);
            assertVote(vote(new Retracement.Broken(UP)), SignalAction.HOLD, 0);
            assertVote(vote(new Retracement.Extending(UP)), SignalAction.HOLD, 0);
        }

        @Test
        void abstainsWithoutASwing() {
            assertAbstains(vote(new Retracement.NoSwing()));
            assertAbstains(voter.vote(view(Map.of(), Trend.UNKNOWN)));
        }

        private Ballot vote(Retracement retracement) {
            return voter.vote(
                    new VotersView(Readings.NONE, new VotePrice.Known(105), Trend.UNKNOWN, Optional.of(retracement)));
        }
    }

    private static VotersView view(Map<Indicator, Double> readings, Trend trend) {
        return view(readings, trend, 1);
    }

    private static VotersView view(Map<Indicator, Double> readings, Trend trend, double price) {
        return new VotersView(readings(readings), new VotePrice.Known(price), trend, Optional.empty());
    }

    private static Readings readings(Map<Indicator, Double> values) {
        Readings.Builder readings = new Readings.Builder();
        values.forEach(readings::set);
        return readings.build();
    }

    private static void assertVote(Ballot ballot, SignalAction direction, double confidence) {
        assertThat(ballot).isInstanceOfSatisfying(Ballot.Cast.class, cast -> {
            assertThat(cast.direction()).as(cast.reason()).isEqualTo(direction);
            assertThat(cast.confidence()).as(cast.reason()).isCloseTo(confidence, within(1e-9));
        });
    }

    private static void assertAbstains(Ballot ballot) {
        assertThat(ballot).isInstanceOf(Ballot.Abstained.class);
    }
}
