package dev.tradesuite.quant.diversification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.quant.diversification.UnlikeSelection.Cause;
import dev.tradesuite.quant.diversification.UnlikeSelection.LeftOut;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class UnlikeSelectionTest {

    private static final PairCorrelations THREE = PairCorrelations.of(
            SymmetricMatrix.of(new double[][] {
                {1, 0.9, 0.1},
                {0.9, 1, 0.2},
                {0.1, 0.2, 1}
            }),
            60);

    /** 1 scores best; 0 is 0.9 like it and goes, although it is better than 2, which is 0.2 like 1 and stays. */
    @Test
    void keepsTheBetterOfTwoThatAreTooAlike() {
        UnlikeSelection selection = UnlikeSelection.of(THREE, new double[] {1.5, 2.0, 0.5}, 0.6, 3);

        assertThat(selection.chosen()).containsExactly(1, 2);
        assertThat(selection.leftOut())
                .containsExactly(new LeftOut(0, Cause.TOO_ALIKE, Optional.of(1), OptionalDouble.of(0.9)));
    }

    @Test
    void takesNoMoreThanWanted() {
        UnlikeSelection selection = UnlikeSelection.of(THREE, new double[] {1.5, 2.0, 0.5}, 1, 1);

        assertThat(selection.chosen()).containsExactly(1);
        assertThat(selection.leftOut())
                .extracting(LeftOut::cause)
                .containsExactly(Cause.COUNT_REACHED, Cause.COUNT_REACHED);
    }

    @Test
    void assetWithoutScoreIsNotChosen() {
        UnlikeSelection selection = UnlikeSelection.of(THREE, new double[] {1, Double.NaN, 2}, 0.6, 3);

        assertThat(selection.chosen()).containsExactly(2, 0);
        assertThat(selection.leftOut()).extracting(LeftOut::cause).containsExactly(Cause.SCORE_UNKNOWN);
    }

    @Test
    void assetWhoseCorrelationIsNotKnownIsNotChosen() {
        PairCorrelations unknown = PairCorrelations.of(
                PairCorrelationsTest.table(new double[][] {{1, 2, 3, Double.NaN}, {3, 1, 2, 4}, {2, 2, 1, 3}}), 4);

        UnlikeSelection selection = UnlikeSelection.of(unknown, new double[] {3, 2, 1}, 1, 3);

        assertThat(selection.chosen()).containsExactly(0);
        assertThat(selection.leftOut())
                .extracting(LeftOut::cause)
                .containsExactly(Cause.CORRELATION_UNKNOWN, Cause.CORRELATION_UNKNOWN);
    }
}
