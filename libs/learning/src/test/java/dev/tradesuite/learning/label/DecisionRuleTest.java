package dev.tradesuite.learning.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.learning.label.DecisionRule.Mark;
import java.util.List;
import java.util.Random;
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
    void marksSayFromWhereOnASideIsTraded() {
        DecisionRule primary = new DecisionRule(LabelRule.PRIMARY_WINS, new Payoff(1, -1.5), null);
        DecisionRule both = new DecisionRule(LabelRule.UPPER_FIRST, new Payoff(1.5, -1), new Payoff(-1, 1));

        assertThat(primary.marks(-1)).containsExactly(new Mark(-1, true, 0.6));
        // 0.4 x 1.5 - 0.6 = 0; -0.5 + 0.5 = 0; between the two 0.5 p - 1 = 1 - 2 p brings as much at p = 4 / 9
        assertThat(both.marks(1))
                .extracting(Mark::side, Mark::isAbove)
                .containsExactly(tuple(1, true), tuple(-1, false));
        assertThat(both.marks(1))
                .allSatisfy(mark -> assertThat(mark.probability()).isCloseTo(4 / 9.0, within(1e-12)));
    }

    @Test
    void noProbabilityLeadsWhereNoTradePays() {
        assertThat(new DecisionRule(LabelRule.PRIMARY_WINS, new Payoff(-0.1, -1), null).marks(1))
                .isEmpty();
        assertThat(new DecisionRule(LabelRule.PRIMARY_WINS, new Payoff(0, 0), null).marks(1))
                .isEmpty();
    }

    @Test
    void marksAreWhatTheRuleDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            int label = random.nextBoolean() ? 1 : -1;
            double loss = random.nextDouble(-2, 0.5);
            double otherLoss = random.nextDouble(-2, 0.5);
            Payoff own = new Payoff(loss + random.nextDouble(0.1, 3), loss);
            Payoff opposite =
                    random.nextBoolean() ? null : new Payoff(otherLoss, otherLoss + random.nextDouble(0.1, 3));
            DecisionRule rule = new DecisionRule(LabelRule.UPPER_FIRST, own, opposite);
            for (double probability = 0.0005; probability < 1; probability += 0.001) {
                double asked = probability;
                List<Mark> reached = rule.marks(label).stream()
                        .filter(mark -> mark.isAbove() ? asked > mark.probability() : asked < mark.probability())
                        .toList();
                assertThat(reached.isEmpty() ? 0 : reached.getFirst().side())
                        .as("%s at %s", rule, asked)
                        .isEqualTo(rule.side(label, asked));
            }
        }
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
