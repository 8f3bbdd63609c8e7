package dev.tradesuite.learning.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.learning.SyntheticBars;
import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.learning.policy.NetworkKind;
import dev.tradesuite.learning.policy.PpoSchedule;
import dev.tradesuite.learning.policy.PpoSettings;
import dev.tradesuite.learning.policy.PpoTrainer;
import dev.tradesuite.learning.policy.TradingPolicy;
import dev.tradesuite.learning.policy.TradingSeries;
import dev.tradesuite.learning.report.ModelReport;
import dev.tradesuite.learning.report.PeriodFigures;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyWalkTest {

    private static final double SPREAD = 0.00002;

    @Test
    void findsAnEdgeThatIsThere() {
        PriceBars bars = SyntheticBars.reverting(4_000, 0.5, 31);

        ModelReport report = new PolicyWalk(new WalkForward(2, 24), SPREAD, 42)
                .run(PolicyBars.of(bars), series -> trained(series, new PpoSchedule(15, 32, 32, 4, 8)));

        assertThat(report.together().trading().trades()).isGreaterThan(300);
        assertThat(report.together().trading().profitPercent()).isPositive();
        assertThat(report.together().probabilities()).isNull();
        assertThat(report.verdict().sentence()).startsWith("Edge: ");
    }

    @Test
    void theFutureChangesNoEarlierFold() {
        PriceBars bars = SyntheticBars.walk(1_200, 32);
        PolicyBars rows = PolicyBars.of(bars);
        int change = rows.bar(rows.rows() * 5 / 6) + 1;

        List<PeriodFigures> before = folds(bars);
        List<PeriodFigures> after = folds(SyntheticBars.changedFrom(bars, change));

        assertThat(after.subList(0, 4)).isEqualTo(before.subList(0, 4));
        assertThat(after.get(4)).isNotEqualTo(before.get(4));
    }

    private static List<PeriodFigures> folds(PriceBars bars) {
        return new PolicyWalk(WalkForward.DEFAULT, SPREAD, 42)
                .run(PolicyBars.of(bars), series -> trained(series, new PpoSchedule(2, 4, 16, 2, 2)))
                .folds();
    }

    private static TradingPolicy trained(TradingSeries series, PpoSchedule schedule) {
        return PpoTrainer.train(series, NetworkKind.LSTM, 16, PpoSettings.DEFAULT, schedule, 42);
    }
}
