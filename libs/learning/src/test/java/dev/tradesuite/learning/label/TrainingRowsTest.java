package dev.tradesuite.learning.label;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.learning.SyntheticBars;
import dev.tradesuite.learning.feature.BarFeatures;
import dev.tradesuite.learning.feature.PriceBars;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingRowsTest {

    private static final double SPREAD = 0.00008;

    private final PriceBars bars = SyntheticBars.walk(700, 11);

    @Test
    void everyBarWithFeaturesAndAWholeHorizonHasARow() {
        List<TrainingRow> rows = rows(bars, LabelRule.UPPER_FIRST);

        assertThat(rows.getFirst().bar()).isEqualTo(BarFeatures.LOOK_BACK - 1);
        assertThat(rows.getLast().bar()).isEqualTo(bars.size() - 1 - TripleBarrier.DEFAULT.horizon());
        assertThat(rows).hasSize(bars.size() - TripleBarrier.DEFAULT.horizon() - BarFeatures.LOOK_BACK + 1);
    }

    @ParameterizedTest
    @EnumSource
    void theFutureBehindTheHorizonChangesNoRow(LabelRule rule) {
        int change = 500;
        List<TrainingRow> rows = rows(bars, rule);
        List<TrainingRow> changed = rows(SyntheticBars.changedFrom(bars, change), rule);

        int untouched = 0;
        for (int i = 0; i < rows.size() && rows.get(i).bar() + TripleBarrier.DEFAULT.horizon() < change; i++) {
            assertThat(changed.get(i)).usingRecursiveComparison().isEqualTo(rows.get(i));
            untouched++;
        }
        assertThat(untouched).isGreaterThan(100);
    }

    @Test
    void labelOfTheUpperBarrierIsThatOfAPurchase() {
        assertThat(rows(bars, LabelRule.UPPER_FIRST)).allSatisfy(row -> {
            assertThat(row.side()).isEqualTo(1);
            assertThat(row.label()).isEqualTo(row.longEnd().barrier() == Barrier.TARGET);
            assertThat(row.lastBar()).isEqualTo(row.longEnd().bar());
        });
    }

    @Test
    void labelOfThePrimaryRuleIsAProfitAfterCostsOnItsSide() {
        List<TrainingRow> rows = rows(bars, LabelRule.PRIMARY_WINS);

        assertThat(rows).allSatisfy(row -> {
            assertThat(row.side()).isEqualTo(bars.close(row.bar()) > bars.close(row.bar() - 12) ? 1 : -1);
            assertThat(row.label()).isEqualTo(row.end(row.side()).profit() > SPREAD);
        });
        assertThat(rows).extracting(TrainingRow::side).contains(1, -1);
    }

    private static List<TrainingRow> rows(PriceBars bars, LabelRule rule) {
        return TrainingRows.of(bars, rule, TripleBarrier.DEFAULT, SPREAD);
    }
}
