package dev.tradesuite.learning.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WalkForwardTest {

    private final int[] bars = IntStream.range(300, 900).toArray();
    private final int[] lastBars = Arrays.stream(bars).map(bar -> bar + 24).toArray();

    @Test
    void fiveFoldsTestOneBlockAfterTheOther() {
        List<Fold> folds = WalkForward.DEFAULT.over(bars, lastBars);

        assertThat(folds).hasSize(5);
        assertThat(folds).extracting(fold -> fold.test().getFirst()).containsExactly(100, 200, 300, 400, 500);
        assertThat(folds).extracting(fold -> fold.test().getLast()).containsExactly(199, 299, 399, 499, 599);
        assertThat(folds).extracting(fold -> fold.train().getFirst()).containsOnly(0);
    }

    @Test
    void noLabelReachesTheTestOrItsEmbargo() {
        for (Fold fold : WalkForward.DEFAULT.over(bars, lastBars)) {
            int firstTested = bars[fold.test().getFirst()];

            assertThat(fold.train())
                    .allSatisfy(row -> assertThat(lastBars[row] + 24).isLessThan(firstTested));
            // 24 bars of the label and 24 of the embargo
            assertThat(fold.train().getLast()).isEqualTo(fold.test().getFirst() - 49);
        }
    }

    @Test
    void aShortLabelKeepsItsRowAndALongOneLosesIt() {
        int[] ends = Arrays.stream(bars).map(bar -> bar + 1).toArray();
        ends[10] = bars[99];

        Fold fold = new WalkForward(5, 0).over(bars, ends).getFirst();

        assertThat(fold.train()).contains(98, 10).doesNotContain(99);
        ends[10] = bars[100];
        assertThat(new WalkForward(5, 0).over(bars, ends).getFirst().train())
                .doesNotContain(10)
                .contains(11);
    }

    @Test
    void tooFewRowsAreRefused() {
        assertThatThrownBy(() -> WalkForward.DEFAULT.over(new int[11], new int[11]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("11 rows are too few for 5 folds");
    }
}
