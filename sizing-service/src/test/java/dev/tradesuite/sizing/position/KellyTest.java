package dev.tradesuite.sizing.position;

import static dev.tradesuite.sizing.position.SizingAnswers.reasons;
import static dev.tradesuite.sizing.position.SizingAnswers.refused;
import static dev.tradesuite.sizing.position.SizingAnswers.sized;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KellyTest {

    @ParameterizedTest
    @CsvSource({
        // f* = p - (1 - p) / b
        "0.6,  1,   0.2",
        "0.51, 1,   0.02",
        "0.4,  2,   0.1",
        "0.55, 1.5, 0.25",
        "1,    1,   1",
        "0.5,  1,   0",
        "0.3,  2,  -0.05",
        "0,    3,  -0.333333333334",
    })
    void findsTheFractionThatGrowsFastest(double winRate, double payoffRatio, BigDecimal fraction) {
        assertThat(new Kelly.Figures(winRate, payoffRatio, 100, 1).optimalFraction())
                .isEqualByComparingTo(fraction);
    }

    @Test
    void risksHalfOfTheFraction() {
        // f* = 0.51 - 0.49 / 1 = 0.02, half of it 1 %: 100 USD / (50 x 10) = 0.2 lots
        SizingResult.Sized sized = sized(size(new Kelly.Figures(0.51, 1, 100, Kelly.Figures.HALF)));

        assertThat(sized.lots()).isEqualTo(Lots.of("0.2"));
        assertThat(sized.arithmetic().strategy()).isEqualTo(RiskStrategy.KELLY);
        assertThat(sized.arithmetic().kellyFraction()).isEqualByComparingTo("0.02");
        assertThat(sized.arithmetic().riskFraction()).isEqualByComparingTo("0.01");
        assertThat(sized.arithmetic().amountAtRisk()).isEqualByComparingTo("100");
        assertThat(sized.notices()).isEmpty();
    }

    @Test
    void risksThePartOfTheFractionAskedFor() {
        // a quarter of 0.02 is 0.5 %: 50 USD / 500 = 0.1 lots
        assertThat(sized(size(new Kelly.Figures(0.51, 1, 100, 0.25))).lots()).isEqualTo(Lots.of("0.1"));
    }

    @Test
    void isCappedAtTheRiskCeiling() {
        // f* = 0.2, half of it 10 %, ceiling 2 %: 0.4 lots
        SizingResult.Sized sized = sized(size(new Kelly.Figures(0.6, 1, 100, Kelly.Figures.HALF)));

        assertThat(sized.lots()).isEqualTo(Lots.of("0.4"));
        assertThat(sized.arithmetic().riskFraction()).isEqualByComparingTo("0.02");
        assertThat(sized.notices())
                .containsExactly(Notice.of(
                        Notice.Effect.CAPPED_AS_PLANNED,
                        SizingReason.CAPPED_BY_RISK_CEILING,
                        "The Kelly criterion asks for 10 % of the equity; the risk ceiling of 2 % applies."));
    }

    @Test
    void refusesFiguresWithoutAnEdge() {
        SizingResult.Refused even =
                refused(size(new Kelly.Figures(0.5, 1, 100, Kelly.Figures.HALF)), SizingReason.NO_EDGE);
        assertThat(even.arithmetic().kellyFraction()).isEqualByComparingTo("0");
        assertThat(even.refusal().message())
                .isEqualTo(
                        "A win rate of 0.5 with a payoff ratio of 1 gives a Kelly fraction of 0: no edge, no trade.");

        refused(size(new Kelly.Figures(0.3, 2, 100, Kelly.Figures.HALF)), SizingReason.NO_EDGE);
        refused(size(new Kelly.Figures(0.9, Double.MIN_VALUE, 100, Kelly.Figures.HALF)), SizingReason.NO_EDGE);
    }

    @Test
    void fallsBackToFixedRiskBelowThirtyTrades() {
        SizingResult.Sized few = sized(size(new Kelly.Figures(0.51, 1, 29, Kelly.Figures.HALF)));

        assertThat(few.arithmetic().strategy()).isEqualTo(RiskStrategy.FIXED_RISK);
        assertThat(few.arithmetic().kellyFraction()).isNull();
        assertThat(few.lots()).isEqualTo(Lots.of("0.4"));
        assertThat(few.notices())
                .containsExactly(Notice.of(
                        Notice.Effect.WARNED,
                        SizingReason.FEW_TRADES_FOR_KELLY,
                        "29 closed trades are fewer than 30: fixed_risk with 2 % was used instead of kelly."));

        SizingResult enough = size(new Kelly.Figures(0.51, 1, 30, Kelly.Figures.HALF));
        assertThat(enough.arithmetic().strategy()).isEqualTo(RiskStrategy.KELLY);
        assertThat(reasons(enough)).isEmpty();
    }

    @Test
    void refusesWithoutFiguresOrStop() {
        refused(size(null), SizingReason.KELLY_FIGURES_MISSING);
        Kelly withoutStop = new Kelly(SizingTrades.TWO_PERCENT, new Kelly.Figures(0.6, 1, 100, 0.5), null);
        refused(PositionSizer.size(SizingTrades.eurusd().by(withoutStop)), SizingReason.STOP_MISSING);
    }

    @ParameterizedTest
    @CsvSource({"1.01,1,0.5", "-0.1,1,0.5", "NaN,1,0.5", "0.5,0,0.5", "0.5,Infinity,0.5", "0.5,1,0", "0.5,1,1.1"})
    void takesNoFiguresThatCannotBe(double winRate, double payoffRatio, double fraction) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Kelly.Figures(winRate, payoffRatio, 100, fraction));
    }

    private static SizingResult size(Kelly.@Nullable Figures figures) {
        return PositionSizer.size(
                SizingTrades.eurusd().by(new Kelly(SizingTrades.TWO_PERCENT, figures, SizingTrades.FIFTY_PIPS)));
    }
}
