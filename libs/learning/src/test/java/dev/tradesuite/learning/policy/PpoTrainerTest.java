package dev.tradesuite.learning.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PpoTrainerTest {

    private static final int CELLS = 32;
    private static final int MEMORY = 64;

    @Test
    void learnsToTradeAgainstTheLastReturn() {
        double cost = 0.05;
        double[] returns = returns(9_000, -0.4, 3);
        TradingPolicy policy = trained(returns, 0, 6_000, cost, NetworkKind.LSTM);

        double earned = earned(policy, returns, 6_000, 9_000, cost);

        double always = 0;
        int before = 0;
        for (int bar = 6_000; bar < 9_000 - 1; bar++) {
            int against = returns[bar] > 0 ? -1 : 1;
            always += against * returns[bar + 1] - cost * Math.abs(against - before);
            before = against;
        }
        assertThat(always).isGreaterThan(500);
        assertThat(earned).isGreaterThanOrEqualTo(0.95 * always);
    }

    @Test
    void leavesARandomWalkAlone() {
        double[] returns = returns(9_000, 0, 4);
        TradingPolicy policy = trained(returns, 0, 6_000, 0.2, NetworkKind.LSTM);

        int changes = 0;
        int before = 0;
        for (int bar = 6_000; bar < 9_000; bar++) {
            int position = position(policy, returns, bar);
            changes += position == before ? 0 : 1;
            before = position;
        }

        assertThat(changes).isLessThan(30);
    }

    @Test
    void plainNetworkLearnsTheSame() {
        double[] returns = returns(7_000, -0.4, 5);
        TradingPolicy policy = trained(returns, 0, 6_000, 0.05, NetworkKind.MLP);

        assertThat(earned(policy, returns, 6_000, 7_000, 0.05)).isGreaterThan(150);
    }

    @Test
    void sameSeedGivesTheSameWeights() {
        double[] returns = returns(500, -0.4, 6);
        PpoSchedule few = new PpoSchedule(2, 4, 16, 2, 2);
        TradingSeries series = series(returns, 0, 400, 0.05);

        String once = PolicyText.write(PpoTrainer.train(series, NetworkKind.LSTM, 8, PpoSettings.DEFAULT, few, 42));
        String again = PolicyText.write(PpoTrainer.train(series, NetworkKind.LSTM, 8, PpoSettings.DEFAULT, few, 42));
        String other = PolicyText.write(PpoTrainer.train(series, NetworkKind.LSTM, 8, PpoSettings.DEFAULT, few, 43));

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void whatComesAfterTheTrainingPartChangesNothing() {
        double[] returns = returns(500, -0.4, 6);
        double[] changed = returns.clone();
        Arrays.fill(changed, 401, 500, 9);
        PpoSchedule few = new PpoSchedule(2, 4, 16, 2, 2);

        TradingPolicy policy =
                PpoTrainer.train(series(returns, 0, 400, 0.05), NetworkKind.LSTM, 8, PpoSettings.DEFAULT, few, 42);
        TradingPolicy same =
                PpoTrainer.train(series(changed, 0, 400, 0.05), NetworkKind.LSTM, 8, PpoSettings.DEFAULT, few, 42);

        assertThat(PolicyText.write(same)).isEqualTo(PolicyText.write(policy));
    }

    private static TradingPolicy trained(double[] returns, int from, int to, double cost, NetworkKind kind) {
        PpoSchedule schedule = new PpoSchedule(40, 32, MEMORY, 4, 8);
        return PpoTrainer.train(series(returns, from, to, cost), kind, CELLS, PpoSettings.DEFAULT, schedule, 42);
    }

    private static double earned(TradingPolicy policy, double[] returns, int from, int to, double cost) {
        double earned = 0;
        int before = 0;
        for (int bar = from; bar < to - 1; bar++) {
            int position = position(policy, returns, bar);
            earned += position * returns[bar + 1] - cost * Math.abs(position - before);
            before = position;
        }
        return earned;
    }

    private static int position(TradingPolicy policy, double[] returns, int bar) {
        double[][] readings = new double[MEMORY][];
        for (int step = 0; step < MEMORY; step++) {
            readings[step] = new double[] {returns[bar + 1 - MEMORY + step]};
        }
        return policy.on(readings).position();
    }

    private static TradingSeries series(double[] returns, int from, int to, double cost) {
        double[][] readings = new double[to - from][];
        double[] next = new double[to - from];
        for (int bar = from; bar < to; bar++) {
            readings[bar - from] = new double[] {returns[bar]};
            next[bar - from] = returns[bar + 1];
        }
        return new TradingSeries(readings, next, cost);
    }

    /** r[t] = factor x r[t - 1] + e, e standard normal. */
    private static double[] returns(int count, double factor, long seed) {
        Random random = new Random(seed);
        double[] returns = new double[count];
        for (int bar = 1; bar < count; bar++) {
            returns[bar] = factor * returns[bar - 1] + random.nextGaussian();
        }
        return returns;
    }
}
