package dev.tradesuite.learning.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionRuleTest {

    @Test
    void tradesFromTheProbabilityOnAtWhichATradePays() {
        // 0.6 x 1 - 0.4 x 1.5 = 0
        DecisionRule rule = new DecisionRule(LabelRule.PRIMARY_WINS, new Payoff(1, -1.5), null);

        assertThat(rule.side(1, 0.61)).isEqualTo(1);
        assertThat(rule.side(-1, 0.61)).isEqualTo(-1);
        assertThat(rule.side(1, 0.59)).isZero();
    }

    @Test
    void tradesTheOtherSideWhereItPays() {
        DecisionRule rule = new DecisionRule(LabelRule.UPPER_FIRST, new Payoff(1.4, -1), new Payoff(-1.6, 0.8));

        assertThat(rule.side(1, 0.6)).isEqualTo(1);
        assertThat(rule.side(1, 0.36)).isZero();
        assertThat(rule.side(1, 0.2)).isEqualTo(-1);
    }

    @Test
    void payoffsAreMeansAfterCostsInAverageTrueRanges() {
        List<TrainingRow> rows = List.of(row(true, 3, 2), row(true, 5, 2), row(false, -3, 2));

        DecisionRule rule = DecisionRule.fit(LabelRule.PRIMARY_WINS, rows, 1);

        // (3 - 1) / 2 = 1 and (5 - 1) / 2 = 2; (-3 - 1) / 2 = -2
        assertThat(rule.own().ifTrue()).isCloseTo(1.5, within(1e-12));
        assertThat(rule.own().ifFalse()).isCloseTo(-2, within(1e-12));
        assertThat(rule.opposite()).isNull();
    }

    private static TrainingRow row(boolean label, double profit, double atr) {
        TradeEnd end = new TradeEnd(Barrier.TIME, 5, profit);
        return new TrainingRow(1, new double[0], atr, 1, label, 5, end, new TradeEnd(Barrier.TIME, 5, -profit));
    }
}
